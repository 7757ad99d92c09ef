import type { BatchOutcome, DraftLine } from '../../approvals/index.js';
import { ButtonLink, ButtonRow, DataTable, messageFor, StatusTag, type Viewer } from '../shared/index.js';
import { draftUrl } from './draft-view.js';

export interface BatchLine extends BatchOutcome {
  readonly line: Pick<DraftLine, 'number' | 'title'> | null;
}

/** What became of each draft of a batch: none is passed over in silence. */
export function ApprovalsBatchPage({ viewer, outcomes }: { viewer: Viewer; outcomes: readonly BatchLine[] }) {
  return (
    <>
      <DataTable
        caption="まとめて承認した結果"
        captionHidden
        cards
        keyboard
        empty="承認した起案はありません。"
        rows={outcomes}
        columns={[
          {
            label: '起案',
            cell: ({ draftId, line }) => (
              <>
                <a href={draftUrl(viewer, draftId)}>{line?.title ?? '起案を開く'}</a>
                <p class="hint">{line?.number}</p>
              </>
            ),
          },
          {
            label: '結果',
            tight: true,
            cell: ({ state, refusal }) => <Result state={state} isRefused={refusal !== null} />,
          },
          { label: '理由', cell: ({ refusal }) => (refusal ? messageFor(refusal.code, refusal.params) : '') },
        ]}
      />
      <ButtonRow>
        <ButtonLink kind="secondary" href={viewer.url('staff/approvals')}>
          一覧に戻る
        </ButtonLink>
      </ButtonRow>
    </>
  );
}

function Result({ state, isRefused }: { state: BatchOutcome['state']; isRefused: boolean }) {
  if (isRefused) return <StatusTag tone="danger">承認していません</StatusTag>;
  return <StatusTag tone="success">{state === 'approved' ? '決裁しました' : '承認しました'}</StatusTag>;
}
