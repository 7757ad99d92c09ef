import { BUDGET, type ApplicationDraft } from '../../applications/index.js';
import type { PageContent, Viewer } from '../shared/index.js';
import { applicationPath, sectionWords } from './application-words.js';

/** Title, lead and way back of the budget's pages; `part` names a page behind the budget itself. */
export function budgetFrame(viewer: Viewer, draft: ApplicationDraft, part?: string): Omit<PageContent, 'body'> {
  const { title, lead } = sectionWords(draft.document, BUDGET);
  const path = applicationPath(draft.application.id);
  const crumbs = [
    { label: 'ホーム', href: viewer.url('committee') },
    { label: draft.title, href: viewer.url(path) },
  ];
  if (part === undefined) return { title, lead, wide: true, breadcrumb: [...crumbs, { label: title }] };
  const back = { label: title, href: viewer.url(`${path}/budget`) };
  return { title: part, wide: true, breadcrumb: [...crumbs, back, { label: part }] };
}
