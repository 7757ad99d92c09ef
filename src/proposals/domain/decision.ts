import type { Fault } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';

export type DecisionKind = 'adopted' | 'refused' | 'merged';

/** What was decided of a proposal, with the comment that its proposer reads. */
export interface Decision {
  readonly proposalId: string;
  readonly kind: DecisionKind;
  /** Yen; of an adoption only. */
  readonly amount: Yen | null;
  readonly budgetLineId: string | null;
  readonly mergedInto: string | null;
  readonly comment: string;
  /** null while a draft of it goes round. */
  readonly decidedOn: LocalDate | null;
  /** 予算の確保 of an adoption ended on this day, by whom and why; null while it stands. */
  readonly freedOn: LocalDate | null;
  readonly freedBy: string | null;
  readonly freedWhy: string | null;
}

/** What a decision holds that is no adoption, and what none holds at first. */
export const UNDECIDED = {
  ...{ amount: null, budgetLineId: null, mergedInto: null, decidedOn: null },
  ...{ freedOn: null, freedBy: null, freedWhy: null },
} as const;

const LONGEST_COMMENT = 600;

export function commentFaults(comment: string, pointer: string): Fault[] {
  if (comment === '') return [{ pointer, code: 'proposals.comment-missing' }];
  if ([...comment].length <= LONGEST_COMMENT) return [];
  return [{ pointer, code: 'forms.too-long', params: { label: 'コメント', most: LONGEST_COMMENT } }];
}
