/**
 * 予算: budget lines and the only ledger: reserved by drafts, committed by decisions, ordered, paid.
 * Event: CeilingChanged (subject: the line, which was opened, or whose ceiling or allotment moved).
 */
export { BudgetLedger } from './use-cases/budget-ledger.js';
export { LedgerBooks, type HeldByCause, type NamedPosting, type PostedUnder } from './store/ledger-books.js';
export { OpenBudgetLine, type OpenBudgetLineCommand } from './use-cases/open-budget-line.use-case.js';
export { RecordBudgetChange, type RecordBudgetChangeCommand } from './use-cases/record-budget-change.use-case.js';
export { ReverseBudgetChange } from './use-cases/reverse-budget-change.use-case.js';
export { ViewBudget, type BudgetLineLedger } from './use-cases/view-budget.use-case.js';
export {
  CHANGE_KINDS,
  ceilingChangeOf,
  ceilingPartsOf,
  type BudgetChange,
  type ChangeKind,
} from './domain/budget-change.js';
export { standingOf } from './domain/budget-line.js';
export type {
  BudgetLine,
  BudgetStanding,
  Cause,
  Commitment,
  LapsedCommitment,
  LedgerDifference,
  LedgerPosting,
} from './domain/budget-line.js';
export { budgetYearOfPayment, refundBooking, type RefundBooking, type YearClosing } from './domain/budget-year.js';
export { unorderedOf, type Account, type Balances, type Entry } from './domain/ledger.js';

/** What this stage announces; subject: the line. */
export const BUDGET_EVENTS = ['CeilingChanged'] as const;
