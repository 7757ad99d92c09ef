/**
 * 交付決定: the decision on an application, which is the 支出負担行為 at once, and its letter.
 * Events: GrantDecided (in the transaction of the last approval; data: applicationId),
 * GrantLetterIssued or RefusalIssued (on 施行日; data: applicationId, letterId), GrantLetterVoided (欠番: the decision waits for
 * another letter), GrantWithdrawn (data: applicationId).
 */
export { GrantDirectory, type GrantView } from './use-cases/grant-directory.js';
export { DraftDecision, type DraftDecisionCommand } from './use-cases/draft-decision.use-case.js';
export { ChangeOutcome, type ProposalView } from './use-cases/change-outcome.use-case.js';
export { IssueDecisionLetters, type IssueDecisionLettersCommand } from './use-cases/issue-decision-letters.use-case.js';
export { IssueOnTheDay } from './use-cases/issue-on-the-day.js';
export {
  ViewDecisions,
  type DecisionDesk,
  type DraftedDecision,
  type DraftPool,
  type PassedApplication,
} from './use-cases/view-decisions.use-case.js';
export { KeepAllocation, type TypedPlan } from './use-cases/allocation/keep-allocation.use-case.js';
export {
  ViewAllocations,
  type AllocationDesk,
  type TrialPage,
  type TrialView,
} from './use-cases/allocation/view-allocations.use-case.js';
export { BELOW_CUT, DraftAllocation, type BelowCut } from './use-cases/allocation/draft-allocation.use-case.js';
export { AllocationTables, areJudged, headOf, placeInWords } from './use-cases/allocation/allocation-tables.js';
export {
  ALLOCATION_METHODS,
  AT_CUT,
  METHOD_LABELS,
  RANK_ORDERS,
  type AllocatedCase,
  type AllocationMethod,
  type AtCut,
  type RankOrder,
} from './domain/allocation/allocation.js';
export { leftInWords, methodInWords } from './domain/allocation/allocation-words.js';
export { LONGEST_TRIAL_NOTE, WHOLE_BALANCE, type PoolKey } from './domain/allocation/trial.js';
export { WithdrawnLetters } from './use-cases/withdrawn-letters.js';
export { PanelComments, type PanelComment } from './use-cases/panel-comments.js';
export { DecisionBlocks, type BlocksDecisions } from './use-cases/decision-blocks.js';
export {
  LaterPaymentsPort,
  type LaterPayment,
  type LaterPaymentOfGrant,
  type LaterPaymentsOfGrants,
} from './use-cases/later-payments-port.js';
export { PaymentPort, type PaymentOfGrants } from './use-cases/payment-port.js';
export { GRANT_DECISION, grantCause } from './use-cases/grant-decision-subject.js';
export { LetterFrames } from './use-cases/letter-frames.js';
export { GrantsInForce } from './use-cases/grants-in-force.js';
export type { Grant, GrantState } from './domain/grant.js';
export {
  LONGEST_OUTCOME_REASON,
  APPLIED_AMOUNT,
  OUTCOME_LABELS,
  outcomeFaults,
  OUTCOMES,
  proposedOutcome,
  type OutcomeChoice,
} from './domain/outcome.js';
export { issueDayFaults } from './domain/issue-day.js';
export type { GrantFilter } from './store/grant.store.js';

/** What this stage announces; subject: the grant. Data: applicationId, and letterId where a letter was issued. */
export const GRANT_EVENTS = [
  'GrantDecided',
  'GrantLetterIssued',
  'GrantLetterVoided',
  'RefusalIssued',
  'GrantWithdrawn',
] as const;
