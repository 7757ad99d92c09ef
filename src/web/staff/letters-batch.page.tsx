import type { BatchPage, BatchProgress } from '../../notices/index.js';
import { ButtonLink, ButtonRow, DataTable, LiveProgress, Notice, type Viewer } from '../shared/index.js';
import { DELIVERY_LABEL, LetterStateTag } from '../shared/letter-words.js';

export const isFinished = ({ total, drawn, failed }: BatchProgress): boolean => drawn + failed >= total;

/** What the open page is told: see the client's `followProgress`. */
export const eventOf = (progress: BatchProgress) => ({
  done: progress.drawn,
  total: progress.total,
  text: inWords(progress),
  finished: isFinished(progress),
});

const inWords = ({ total, drawn, failed }: BatchProgress): string =>
  `${String(total)}通のうち${String(drawn)}通を作成しました。` +
  (failed > 0 ? `${String(failed)}通は作成できませんでした。` : '');

/** The letters of one 施行 while the worker draws them, and what to do with them afterwards. */
export function LettersBatchPage({ viewer, batch, batchId }: { viewer: Viewer; batch: BatchPage; batchId: string }) {
  const { progress, letters } = batch;
  const here = viewer.url(`staff/letters/batches/${batchId}`);
  const onPaper = letters.some(
    (letter) => letter.delivery === 'paper' && letter.state === 'drawn' && !letter.dispatchedOn,
  );
  return (
    <>
      {isFinished(progress) ? (
        <Notice tone={progress.failed > 0 ? 'danger' : 'success'} title={inWords(progress)} live>
          {progress.failed > 0 && <p>作成できなかった通知書を開き、理由を確かめてください。</p>}
        </Notice>
      ) : (
        <LiveProgress
          events={`${here}/events`}
          label="通知書を作成しています"
          done={progress.drawn}
          total={progress.total}
          reload={here}
        />
      )}
      <DataTable
        caption="施行した通知書"
        cards
        keyboard
        empty="通知書はありません。"
        rows={letters}
        columns={[
          {
            label: '文書番号',
            tight: true,
            cell: (letter) => <a href={viewer.url(`staff/letters/${letter.id}`)}>{letter.number ?? letter.title}</a>,
          },
          { label: '宛先', cell: (letter) => letter.addressee },
          { label: '交付', tight: true, cell: (letter) => DELIVERY_LABEL[letter.delivery] },
          { label: '状態', tight: true, cell: (letter) => <LetterStateTag letter={letter} /> },
          {
            label: 'PDF',
            tight: true,
            cell: (letter) =>
              letter.state === 'drawn' && (
                <a href={viewer.url(`staff/letters/${letter.id}/pdf`)} aria-label={`${letter.addressee}のPDF`}>
                  開く
                </a>
              ),
          },
        ]}
      />
      <ButtonRow>
        {onPaper && <ButtonLink href={viewer.url('staff/letters/dispatch')}>印刷して送る</ButtonLink>}
        <ButtonLink kind="secondary" href={viewer.url('staff/grants')}>
          交付決定へ戻る
        </ButtonLink>
      </ButtonRow>
    </>
  );
}
