import type { ComponentChildren } from 'preact';
import type { KeptProof } from '../../closing/index.js';
import { Notice } from './feedback.js';
import { Moment } from './values.js';
import type { Viewer } from './viewer.js';

/** On the desks of those who answer for the books, until a proof balances again. */
function BooksAlarm({ viewer, alarm }: { viewer: Viewer; alarm: KeptProof | null }) {
  if (!alarm) return null;
  return (
    <Notice tone="danger" title={`帳簿の照合で違いが${String(alarm.findings.length)}件見つかりました。`}>
      <p>
        <Moment at={alarm.provedAt} />
        の照合：{alarm.findings[0]}
      </p>
      <p>
        <a href={viewer.url('staff/year/proof')}>照合の結果を見る</a>
      </p>
    </Notice>
  );
}

export const underBooksAlarm = (viewer: Viewer, alarm: KeptProof | null, body: ComponentChildren) => (
  <>
    <BooksAlarm viewer={viewer} alarm={alarm} />
    {body}
  </>
);
