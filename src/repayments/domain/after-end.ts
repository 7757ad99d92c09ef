import type { LocalDate } from '../../kernel/local-date.js';
import type { ClaimClass } from '../../kernel/refund-terms.js';
import type { RepaymentAct } from './act.js';
import type { RepaymentDemand } from './demand.js';

/** How money is taken that came after its claim had ended: as revenue on what is open, or as 過誤納金 that is paid back. */
export const AFTER_END = ['revenue', 'excess'] as const;
export type AfterEnd = (typeof AFTER_END)[number];

/** It came when nobody owed it any more: after 免除, 権利放棄 or 不納欠損. */
export const cameAfterEnd = (
  { state, endedOn }: Pick<RepaymentDemand, 'state' | 'endedOn'>,
  receivedOn: LocalDate,
): boolean => isEnded(state) && endedOn !== null && receivedOn > endedOn;

export const isEnded = (state: RepaymentDemand['state']): boolean => state === 'lapsed' || state === 'written-off';

/**
 * Where the law leaves nothing to pay, the money is 過誤納金: after 免除 (施行令171条の7), and where a 公債権 lapsed by time, which
 * needs nobody to say so (地方自治法236条2項). After 権利放棄 or the 不納欠損 of a 私債権 what is paid all the same is taken as revenue.
 */
export function usualAfterEnd(acts: readonly RepaymentAct[], claimClass: ClaimClass): AfterEnd {
  const done = acts.filter(({ state }) => state === 'done');
  const lapsedByTime = done.some(({ kind, details }) => kind === 'write-off' && details.ground === 'prescription');
  return done.some(({ kind }) => kind === 'remission') || (lapsedByTime && claimClass === 'public')
    ? 'excess'
    : 'revenue';
}
