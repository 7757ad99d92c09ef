import { formatEra } from '../../kernel/local-date.js';
import { isPriorStartLapsed, needsPriorStart, type StartFacts } from '../../reviews/index.js';
import type { ComponentChildren } from 'preact';
import { Notice } from './feedback.js';
import { Prose } from './values.js';

interface PriorStartNoticeProps {
  readonly start: StartFacts;
  /** What comes next, while nobody has answered. */
  readonly children: ComponentChildren;
}

/** 事前着手 as both sides see it: asked for why, answered how, by whom and why. */
export function PriorStartNotice({ start, children }: PriorStartNoticeProps) {
  const { from, asked, decision } = start;
  if (!needsPriorStart(start) || from === null || asked === '') return null;
  const current = decision && decision.startsOn <= from ? decision : null;
  return (
    <Notice
      tone={toneOf(current?.outcome)}
      title={isPriorStartLapsed(start) ? '認められていた事前着手は、効力がなくなりました' : titleOf(current?.outcome)}
    >
      <p>事業の始まり：{formatEra(from)}</p>
      {decision && isPriorStartLapsed(start) && (
        <p>
          {formatEra(decision.startsOn)}
          からの事業として認めたため、それより早い始まりには、あらためて認める必要があります。
        </p>
      )}
      <Prose text={`理由：${asked}`} />
      {current ? (
        <p>
          答え（{formatEra(current.decidedOn)}、{current.decidedBy}さん）：{current.reason}
        </p>
      ) : (
        children
      )}
    </Notice>
  );
}

const toneOf = (outcome?: 'approved' | 'refused') =>
  outcome === undefined ? 'warning' : outcome === 'approved' ? 'success' : 'danger';

function titleOf(outcome?: 'approved' | 'refused'): string {
  if (outcome === undefined) return '事前着手の申出があります';
  return outcome === 'approved' ? '事前着手が認められています' : '事前着手は認められませんでした';
}
