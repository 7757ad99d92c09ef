import type { ErrorParams, Fault } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';

/** 取下げ as the organisation asked for it; while a draft of the decision runs, the wish waits with it. */
export interface Withdrawal {
  readonly askedAt: Date;
  readonly askedBy: string;
  /** Blank only for a draft that was never sent. */
  readonly reason: string;
}

/** How far the decision has come, as far as a withdrawal depends on it. */
export type DecisionStanding =
  /** Nothing is drafted: the application simply ends. */
  | { readonly kind: 'none' }
  /** A draft 起案 runs: the wish is recorded and stops it. */
  | { readonly kind: 'in-draft' }
  /** Decided: the decision and its commitment are taken back. */
  | {
      readonly kind: 'decided';
      readonly amount: Yen;
      /** The last day on which this is possible; null while the letter has not gone out. */
      readonly until: LocalDate | null;
    }
  | { readonly kind: 'refused'; readonly code: string; readonly params: ErrorParams };

export const LONGEST_WITHDRAWAL_REASON = 500;

/** Nobody asks why a draft was thrown away that the town never saw. Fault at `reason`. */
export function withdrawalFaults(round: number, reason: string): Fault[] {
  if (round > 0 && reason === '') return [{ pointer: 'reason', code: 'applications.withdrawal-reason-missing' }];
  if ([...reason].length <= LONGEST_WITHDRAWAL_REASON) return [];
  return [{ pointer: 'reason', code: 'common.too-long', params: { max: LONGEST_WITHDRAWAL_REASON } }];
}
