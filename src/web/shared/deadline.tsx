import { formatDeadline, formatTimeLeft, isOver, type Deadline } from '../../kernel/deadline.js';
import { Notice, StatusTag } from './feedback.js';
import { Figure } from './structure.js';

interface DeadlineProps {
  readonly deadline: Deadline;
  readonly now: Date;
}

/** `あと3日5時間（令和8年5月29日24時まで）` in one line of text. */
export function deadlineInWords({ deadline, now }: DeadlineProps): string {
  const left = formatTimeLeft(deadline, now);
  const until = `${formatDeadline(deadline)}まで`;
  return left === null ? `${until}でした` : `${until}（あと${left}）`;
}

/** The clock of a deadline as both sides see it: what is left, and the moment itself. */
export function DeadlineFigure({ label, deadline, now }: DeadlineProps & { label: string }) {
  const left = formatTimeLeft(deadline, now);
  return (
    <Figure label={label} note={`${formatDeadline(deadline)}まで`}>
      {left === null ? <StatusTag tone="danger">過ぎました</StatusTag> : `あと${left}`}
    </Figure>
  );
}

interface EndProps {
  readonly window: {
    readonly extension: { readonly reason: string } | null;
    readonly closes: Deadline;
    readonly late: { readonly reason: string } | null;
    readonly until: Deadline;
  };
  readonly now: Date;
  /** Names the programme where several stand on one page. */
  readonly name?: string | undefined;
}

/** What makes the end another than the one that was published first: for everyone, or for this organisation. */
export function EndNotices({ window: { extension, closes, late, until }, now, name }: EndProps) {
  const of = name === undefined ? '' : `「${name}」の`;
  return (
    <>
      {extension && !isOver(closes, now) && (
        <Notice tone="info" title={`${of}受付期間が延長されました`}>
          <p>新しい締切は{formatDeadline(closes)}です。</p>
          <p>理由：{extension.reason}</p>
        </Notice>
      )}
      {late && !isOver(until, now) && (
        <Notice tone="info" title={`${of}締切のあとの受付が認められています`}>
          <p>{formatDeadline(until)}までに提出してください。</p>
          <p>理由：{late.reason}</p>
        </Notice>
      )}
    </>
  );
}
