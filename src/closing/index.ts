/**
 * 年度の締め: the proof that ledger, grants, payments and files agree to the yen, what a
 * year leaves open, and its closing.
 * Events: BooksDiffer (subject: the kept proof), LaterPaymentsChanged, GrantLineCorrected (subject: the grant).
 */
export { ClosedGrants, type AfterClosing } from './use-cases/closed-grants.js';
export { CloseYear, type CloseYearCommand } from './use-cases/close-year.use-case.js';
export { KeepProof } from './use-cases/keep-proof.use-case.js';
export { ReversePastYearPayment } from './use-cases/reverse-past-year-payment.use-case.js';
export { CarryOver, type CarryView, type NamedCarry } from './use-cases/carry-over.use-case.js';
export { CARRY_GROUNDS } from './domain/carry.js';
export { CorrectLine, type CorrectionGround, type NamedCorrection } from './use-cases/correct-line.use-case.js';
export { LONGEST_MOVE_TEXT, type MoveState } from './domain/line-move.js';
export type { LineMoves, Named as NamedMove } from './use-cases/line-moves.js';
export type { CarryRow } from './store/carry-row.js';
export type { LineCorrectionRow } from './store/line-correction-row.js';
export type { LineMoveRow } from './store/line-move-row.js';
export { AnswerLaterPayment } from './use-cases/answer-later-payment.use-case.js';
export { OrderLaterPayment } from './use-cases/order-later-payment.use-case.js';
export {
  ViewLaterPayments,
  type LaterPaymentLine,
  type LaterPaymentPage,
} from './use-cases/view-later-payments.use-case.js';
export { TakeEvidence, type EvidenceWords } from './use-cases/take-evidence.use-case.js';
export { ViewExecution, type YearFigures } from './use-cases/view-execution.use-case.js';
export { ViewProof, type ProofPage } from './use-cases/view-proof.use-case.js';
export { ViewYear } from './use-cases/view-year.use-case.js';
export type { LapseStep, LapsingGrant } from './use-cases/lapsing.js';
export type { YearStanding } from './use-cases/year-standing.js';
export { hasObstacle, LONGEST_CLOSING_NOTE, obstacleFaults, type Obstacles } from './domain/closing.js';
export { differenceInWords } from './domain/difference-words.js';
export { byProgram, OPEN_KINDS, type OpenKind, type OpenMatter, type OpenWith } from './domain/open-matter.js';
export type { Execution } from './domain/execution.js';
export type { Milestone, Wait } from './domain/waits.js';
export { LATER_GROUND_LABELS, LATER_GROUNDS, LONGEST_BASIS, type LaterGround } from './domain/arrears.js';
export { TAKES_EVIDENCE } from './domain/evidence.js';
export { ANSWERS_FOR_BOOKS } from './domain/readers.js';
export type { Book, Difference } from './domain/books.js';
export type { LineProof, Proof } from './domain/proof.js';
export type { CarriedMatter } from './store/closed-year-row.js';
export type { ClosedYear } from './store/closed-year.store.js';
export type { LaterPaymentOrder } from './store/later-payment-order.store.js';
export type { LapsedOfGrant } from './store/lapsed-commitment.store.js';
export type { KeptProof } from './store/book-proof.store.js';

/** What this stage announces. */
export const CLOSING_EVENTS = ['BooksDiffer', 'LaterPaymentsChanged', 'GrantLineCorrected'] as const;
