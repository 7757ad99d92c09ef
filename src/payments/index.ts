/**
 * 支払: claims, payment orders, the treasury's check and decision, and the two ways by which money leaves: a file for the
 * town's accounting system, or a 総合振込 file for its bank. Never both for one claim.
 */
export { Claims } from './use-cases/claims.js';
export { ConfirmClaim, type ConfirmClaimCommand } from './use-cases/confirm-claim.use-case.js';
export { WithdrawClaim, type WithdrawClaimCommand } from './use-cases/withdraw-claim.use-case.js';
export { ViewClaims, type ClaimPage, type ClaimWithOrder } from './use-cases/view-claims.use-case.js';
export { Delegations, type ConfirmDelegationCommand, type ProposeDelegationCommand } from './use-cases/delegations.js';
export type { Delegation, DelegationState } from './domain/delegation.js';
export { DraftPaymentOrders, type DraftPaymentOrdersCommand } from './use-cases/draft-payment-orders.use-case.js';
export type { PartToCome } from './use-cases/parts-to-come.js';
export { PaidAmounts, type PaidAmount, type PaidPart } from './use-cases/paid-amounts.js';
export {
  ViewOrders,
  type Listed,
  type OrderPage,
  type ReadyClaim,
  type StaffPaymentDesk,
} from './use-cases/view-orders.use-case.js';
export { CheckPaymentOrders, type CheckPaymentOrdersCommand } from './use-cases/check-payment-orders.use-case.js';
export { AcceptDoubtedPayee } from './use-cases/accept-doubted-payee.use-case.js';
export { AcceptPaymentOrders } from './use-cases/accept-payment-orders.use-case.js';
export { ReturnPaymentOrder, type ReturnPaymentOrderCommand } from './use-cases/return-payment-order.use-case.js';
export { CollectBatch, type CollectBatchCommand, type CollectedBatch } from './use-cases/collect-batch.use-case.js';
export { TakeOutOfBatch, type TakeOutOfBatchCommand } from './use-cases/take-out-of-batch.use-case.js';
export { ReleaseBatch, type ReleasedFile } from './use-cases/release-batch.use-case.js';
export { MarkBatchPaid, type MarkBatchPaidCommand } from './use-cases/mark-batch-paid.use-case.js';
export { RecordUnexecuted, type RecordUnexecutedCommand } from './use-cases/record-unexecuted.use-case.js';
export {
  RecordTransferFailure,
  type RecordTransferFailureCommand,
} from './use-cases/record-transfer-failure.use-case.js';
export { ResumePayment, type ResumePaymentCommand } from './use-cases/resume-payment.use-case.js';
export { ConcludeFailure, type ConcludeFailureCommand } from './use-cases/conclude-failure.use-case.js';
export { TakeBackFailure } from './use-cases/take-back-failure.use-case.js';
export { FailedOrders } from './use-cases/failed-orders.js';
export {
  ViewFailures,
  type AccountNow,
  type FailedPayment,
  type FailureDesk,
  type FailuresOfOrder,
} from './use-cases/view-failures.use-case.js';
export { FAILURE_REASONS, type FailureState, type TransferFailure } from './domain/transfer-failure.js';
export { ConfirmBatch, type ConfirmBatchCommand } from './use-cases/confirm-batch.use-case.js';
export { BatchCover } from './use-cases/batch-cover.js';
export type { BatchSheet } from './use-cases/batch-file.js';
export type { ReadField, ReadRecord } from './domain/zengin/read-records.js';
export { ViewBatches, type BatchDesk, type BatchPage, type BatchReading } from './use-cases/view-batches.use-case.js';
export { ExportOrders, type ExportedFile } from './use-cases/export-orders.use-case.js';
export {
  ImportPaidList,
  type ImportedPaidList,
  type ImportPaidListCommand,
} from './use-cases/import-paid-list.use-case.js';
export {
  ViewAccounting,
  type AccountingDesk,
  type AccountingParts,
  type ExportPage,
} from './use-cases/view-accounting.use-case.js';
export {
  FinanceBooks,
  type Advance,
  type AdvanceSettlement,
  type LedgerEntry,
  type Payout,
} from './use-cases/finance-books.js';
export { absolute, codeParts, journalOf } from './domain/journal.js';
export { ORDER_PAPERS, OrderPapers, type OrderPaper } from './use-cases/order-papers.js';
export { OpenPayments, type OpenOfYear } from './use-cases/open-payments.js';
export { PaymentBooks, type FileInBooks, type FileLine, type OrderInBooks } from './use-cases/payment-books.js';
export type { OrderOutcome } from './use-cases/order-outcome.js';
export type { AccountingExport, PaidList } from './store/accounting.store.js';
export {
  ACCOUNTING_COLUMNS,
  exportNumberText,
  FAILURE_COLUMNS,
  LAYOUT_VERSION,
  PAID_LIST_COLUMNS,
} from './domain/accounting-file.js';
export { claimInWords, type Claim, type ClaimConfirmation, type ClaimState } from './domain/claim.js';
export type { ClaimKind } from './domain/instalments.js';
export { ACCOUNT_KIND_LABEL, type PayeeSnapshot } from './domain/payee.js';
export type { BatchState, BatchTotal, PaymentBatch } from './domain/payment-batch.js';
export {
  orderNumberText,
  type OrderAct,
  type OrderHistoryEntry,
  type OrderState,
  type PaymentOrder,
} from './domain/payment-order.js';
export { CHECK_ITEMS, doubtsPayeeOnly, type CheckItemId, type Finding } from './domain/treasury-check.js';
export { readTransferFile, type ReadPayment, type ReadTransfer } from './domain/zengin/read-transfer-file.js';

/**
 * What this stage announces. `PaymentsMarkedPaid` comes once for each order; data: grantId, paidOn.
 * `PaymentFailed`: the bank gave its money back; data: grantId.
 */
export const PAYMENT_EVENTS = [
  'ClaimPrepared',
  'ClaimConfirmed',
  'PaymentOrdered',
  'PaymentOrderReturned',
  'PaymentBatchReleased',
  'PaymentsMarkedPaid',
  'PaymentFailed',
] as const;
