import type { Fault } from '../../kernel/domain-error.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';

/** What staff answered to 事前着手: from a day on, for a reason, on the record. */
export interface PriorStartDecision {
  readonly outcome: 'approved' | 'refused';
  /** The first day of the project that was asked for: an approval holds for no earlier one. */
  readonly startsOn: LocalDate;
  readonly reason: string;
  readonly decidedOn: LocalDate;
  readonly decidedBy: string;
}

/** When costs begin to count, and when the project begins. */
export interface StartFacts {
  readonly eligible:
    | { readonly kind: 'day'; readonly day: LocalDate }
    | { readonly kind: 'decision'; readonly priorStart: boolean; readonly decisionBy: LocalDate };
  /** The first day of the project; null where the programme asks for none. */
  readonly from: LocalDate | null;
  /** Why it should begin before the decision; blank where nothing was asked for. */
  readonly asked: string;
  /** The newest answer of staff; null while there is none. */
  readonly decision: PriorStartDecision | null;
}

export const LONGEST_PRIOR_START_REASON = 300;

/** True while the project would begin before the decision is expected, in a programme that may allow it. */
export const needsPriorStart = ({ eligible, from }: StartFacts): boolean =>
  eligible.kind === 'decision' && eligible.priorStart && from !== null && from < eligible.decisionBy;

/** An answer given to another beginning says nothing of an earlier one. */
const isAnswered = ({ decision, from }: StartFacts): boolean =>
  decision !== null && from !== null && decision.startsOn <= from;

export const isOpen = (facts: StartFacts): boolean =>
  needsPriorStart(facts) && facts.asked !== '' && !isAnswered(facts);

/** True while an approval covers the project. */
export const isApproved = (facts: StartFacts): boolean =>
  needsPriorStart(facts) && facts.decision?.outcome === 'approved' && isAnswered(facts);

/** True once an approval no longer covers the project, as it begins earlier by now. */
export const isLapsed = (facts: StartFacts): boolean =>
  needsPriorStart(facts) && facts.decision?.outcome === 'approved' && !isAnswered(facts);

/** Whether the project lies in the time that the programme pays for, and why. */
export function startAnswer(facts: StartFacts): { readonly fulfilled: boolean; readonly why: string } {
  const { eligible, from, asked, decision } = facts;
  if (eligible.kind === 'day') {
    const counts = `対象となる経費は${formatEra(eligible.day)}からです。`;
    if (from === null) return { fulfilled: true, why: counts };
    return { fulfilled: eligible.day <= from, why: `事業は${formatEra(from)}に始まります。${counts}` };
  }
  if (from === null) return { fulfilled: true, why: '対象となる経費は交付決定の日からです。' };
  const { decisionBy, priorStart } = eligible;
  const begins = `事業は${formatEra(from)}に始まり、交付決定の予定日は${formatEra(decisionBy)}です。`;
  if (from >= decisionBy) return { fulfilled: true, why: begins };
  if (!priorStart) return { fulfilled: false, why: `${begins}この補助制度は事前着手を認めていません。` };
  if (asked === '') return { fulfilled: false, why: `${begins}事前着手の理由が書かれていません。` };
  if (decision === null || !isAnswered(facts)) {
    return { fulfilled: false, why: `${begins}事前着手を認めるかどうかが決まっていません。` };
  }
  const { outcome, decidedOn, decidedBy, reason } = decision;
  const answered = `事前着手を${outcome === 'approved' ? '認めました' : '認めませんでした'}`;
  return {
    fulfilled: outcome === 'approved',
    why: `${begins}${answered}（${formatEra(decidedOn)}、${decidedBy}さん。理由：${reason}）。`,
  };
}

/** Fault at `reason`. */
export function priorStartReasonFaults(reason: string): Fault[] {
  if (reason === '') return [{ pointer: 'reason', code: 'reviews.prior-start-reason-missing' }];
  if ([...reason].length <= LONGEST_PRIOR_START_REASON) return [];
  return [{ pointer: 'reason', code: 'common.too-long', params: { max: LONGEST_PRIOR_START_REASON } }];
}
