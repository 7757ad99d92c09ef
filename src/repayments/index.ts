/**
 * 返還: what must come back of a grant's money, with 加算金 and 延滞金; the letters that ask for it, the money that came, and what
 * was done about the rest. Events: RepaymentDemanded (its letter is out; data: grantId, letterId), RepaymentReceived (money came,
 * or a receipt was reversed; data: grantId).
 */
export { RepaymentDemands, type ApartDemand, type OpenDemand } from './use-cases/repayment-demands.js';
export { DecideDemand } from './use-cases/decide-demand.use-case.js';
export { IssueDemand } from './use-cases/issue-demand.use-case.js';
export { FollowPayments } from './use-cases/follow-payments.js';
export { ReviseDemand } from './use-cases/revise-demand.use-case.js';
export { ReopenedDemands } from './use-cases/reopened-demands.js';
export { OpenOverpayment, type OverpaymentPage } from './use-cases/open-overpayment.use-case.js';
export { AnswerReceiptQuestion } from './use-cases/answer-receipt-question.use-case.js';
export type { ReceiptQuestion } from './domain/receipt-question.js';
export { DecidePayback } from './use-cases/decide-payback.use-case.js';
export { RecordPayback } from './use-cases/record-payback.use-case.js';
export { RecordReceipt } from './use-cases/record-receipt.use-case.js';
export { AFTER_END, isEnded, usualAfterEnd, type AfterEnd } from './domain/after-end.js';
export {
  AFTER_END_COLUMN,
  AFTER_END_WORDS,
  ImportReceipts,
  REASON_COLUMN,
  RECEIPT_COLUMNS,
} from './use-cases/import-receipts.use-case.js';
export { ProposeAct } from './use-cases/propose-act.use-case.js';
export { ViewRepayments, type RepaymentPage } from './use-cases/view-repayments.use-case.js';
export { RepaymentReminders } from './use-cases/repayment-reminders.js';
export { OpenRefunds, type OpenPayback, type OpenRefund } from './use-cases/open-refunds.js';
export { RevenueBook, type RevenueRow } from './use-cases/revenue-book.js';
export { ASSESSMENT_GROUND_LABELS } from './domain/revenue.js';
export { RepaymentBooks } from './use-cases/repayment-books.js';
export { awaitsChargeNotice, type RepaymentFile } from './use-cases/repayment-files.js';
export {
  ACT_ARTICLES,
  ACT_KINDS,
  ACT_LABELS,
  dunningArticle,
  NO_DETAILS,
  PLAN_GROUND_LABELS,
  PLAN_GROUNDS,
  WAIVER_GROUND_LABELS,
  WAIVER_GROUNDS,
  WRITE_OFF_GROUND_LABELS,
  WRITE_OFF_GROUNDS,
  type ActDetails,
  type ActKind,
  type RepaymentAct,
} from './domain/act.js';
export { detailsInWords } from './domain/act-words.js';
export { LONGEST_FACTS } from './domain/act-grounds.js';
export { owedIn } from './domain/act-grounds.js';
export { dayToKeep } from './domain/account.js';
export type { ChargePart, PlannedPart, Relief, Standing } from './domain/account.js';
export {
  CAUSE_LABELS,
  demandNumber,
  LETTER_KINDS,
  paperOf,
  type DemandState,
  type RepaymentDemand,
} from './domain/demand.js';
export {
  ENTRY_PART_LABELS,
  type EntryPart,
  excessIn,
  standingReceipts,
  newestReceipt,
  toPayBack,
  type PaybackDecision,
  type ReceiptEntry,
  type RepaymentReceipt,
} from './domain/receipt.js';

/** What this stage announces; subject: the demand. */
export const REPAYMENT_EVENTS = ['RepaymentDemanded', 'RepaymentReceived'] as const;
