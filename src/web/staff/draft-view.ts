import type { DraftPage as DraftView } from '../../approvals/index.js';
import type { DomainError } from '../../kernel/domain-error.js';
import type { Opening } from '../../staff/index.js';
import { page, type PageResult, type Viewer } from '../shared/index.js';
import type { TypedAct } from './draft-typed.js';
import { DraftPage } from './draft.page.js';

export const draftUrl = (viewer: Viewer, draftId: string): string => viewer.url(`staff/approvals/${draftId}`);

interface DraftShown {
  readonly error?: DomainError | undefined;
  readonly typed?: TypedAct | undefined;
  /** Who else has it open, for somebody who acts on it. */
  readonly others?: readonly Opening[] | null;
}

/** The draft as it stands now; after a refusal with why, and with what was typed. */
export function draftPage(viewer: Viewer, view: DraftView, { error, typed, others }: DraftShown): PageResult {
  const status = error && error.kind !== 'invalid' ? 409 : undefined;
  return page(
    viewer,
    {
      title: view.draft.title,
      wide: true,
      breadcrumb: [{ label: '起案・決裁', href: viewer.url('staff/approvals') }, { label: view.draft.number }],
      ...(error && { errors: error }),
      body: DraftPage({ viewer, view, typed, others: others ?? null }),
    },
    status,
  );
}
