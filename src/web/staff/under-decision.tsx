import type { DraftRef } from '../../approvals/index.js';
import { ButtonLink, type Viewer } from '../shared/index.js';

/** Where the draft of what waits for its decision is; null: the case was held and left it. */
export const UnderDecision = ({ viewer, draft }: { viewer: Viewer; draft: DraftRef | null }) =>
  draft ? (
    <>
      <p>決裁中です。</p>
      <ButtonLink kind="secondary" href={viewer.url(`staff/approvals/${draft.id}`)}>
        起案 {draft.number} を開く
      </ButtonLink>
    </>
  ) : (
    <p>起案から外れています（保留）。起案の画面から、もう一度起案できます。</p>
  );
