import { BUDGET, type ApplicationDraft } from '../../applications/index.js';
import type { PageContent, Viewer } from '../shared/index.js';
import { applicationUrl, beginning, sectionWords } from './application-words.js';

/** Title, lead and way back of the budget's pages; `part` names a page behind the budget itself. */
export function budgetFrame(viewer: Viewer, draft: ApplicationDraft, part?: string): Omit<PageContent, 'body'> {
  const { title, lead } = sectionWords(draft.document, BUDGET);
  const { id } = draft.application;
  const crumbs = [beginning(viewer), { label: draft.title, href: applicationUrl(viewer, id) }];
  if (part === undefined) return { title, lead, wide: true, breadcrumb: [...crumbs, { label: title }] };
  const back = { label: title, href: applicationUrl(viewer, id, BUDGET) };
  return { title: part, wide: true, breadcrumb: [...crumbs, back, { label: part }] };
}
