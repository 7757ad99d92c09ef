import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApprovalsModule } from '../approvals/approvals.module.js';
import { BudgetsModule } from '../budgets/budgets.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { GrantsModule } from '../grants/grants.module.js';
import { proveMachine } from '../kernel/machine.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { CLAIM_MACHINE } from './domain/claim.js';
import { DELEGATION_MACHINE } from './domain/delegation.js';
import { BATCH_MACHINE } from './domain/payment-batch.js';
import { ORDER_MACHINE } from './domain/payment-order.js';
import { AccountingExportRow } from './store/accounting-export-row.js';
import { AccountingStore } from './store/accounting.store.js';
import { BatchConfirmationRow } from './store/batch-confirmation-row.js';
import { BatchConfirmationStore } from './store/batch-confirmation.store.js';
import { BatchLineStore } from './store/batch-line.store.js';
import { ClaimRow } from './store/claim-row.js';
import { ClaimSettlementRow } from './store/claim-settlement-row.js';
import { ClaimStore } from './store/claim.store.js';
import { DelegationRow } from './store/delegation-row.js';
import { DelegationStore } from './store/delegation.store.js';
import { PaidListRow } from './store/paid-list-row.js';
import { OrderSetStore } from './store/order-sets.store.js';
import { PaymentBatchRow } from './store/payment-batch-row.js';
import { PaymentBatchStore } from './store/payment-batch.store.js';
import { PaymentInstructionRow } from './store/payment-instruction-row.js';
import { PaymentInstructionStore } from './store/payment-instruction.store.js';
import { PaymentOrderActRow } from './store/payment-order-act-row.js';
import { PaymentOrderRow } from './store/payment-order-row.js';
import { PaymentOrderStore } from './store/payment-order.store.js';
import { PaymentSeriesRow } from './store/payment-series-row.js';
import { PaymentSeriesStore } from './store/payment-series.store.js';
import { TransferFailureRow } from './store/transfer-failure-row.js';
import { TransferFailureStore } from './store/transfer-failure.store.js';
import { AcceptDoubtedPayee } from './use-cases/accept-doubted-payee.use-case.js';
import { AcceptPaymentOrders } from './use-cases/accept-payment-orders.use-case.js';
import { BatchCover } from './use-cases/batch-cover.js';
import { BatchFile } from './use-cases/batch-file.js';
import { BatchSheets } from './use-cases/batch-sheets.js';
import { CheckPaymentOrders } from './use-cases/check-payment-orders.use-case.js';
import { ClaimLetter } from './use-cases/claim-letter.js';
import { ClaimsOfWithdrawnGrants } from './use-cases/claims-of-withdrawn-grants.js';
import { Claims } from './use-cases/claims.js';
import { CollectBatch } from './use-cases/collect-batch.use-case.js';
import { ConcludeFailure } from './use-cases/conclude-failure.use-case.js';
import { ConfirmBatch } from './use-cases/confirm-batch.use-case.js';
import { ConfirmClaim } from './use-cases/confirm-claim.use-case.js';
import { Delegations } from './use-cases/delegations.js';
import { DraftPaymentOrders } from './use-cases/draft-payment-orders.use-case.js';
import { ExportOrders } from './use-cases/export-orders.use-case.js';
import { FailPayments } from './use-cases/fail-payments.js';
import { FailedOrders } from './use-cases/failed-orders.js';
import { FinanceBooks } from './use-cases/finance-books.js';
import { ImportPaidList } from './use-cases/import-paid-list.use-case.js';
import { MarkBatchPaid } from './use-cases/mark-batch-paid.use-case.js';
import { OpenPayments } from './use-cases/open-payments.js';
import { OrderPapers } from './use-cases/order-papers.js';
import { OrderingHands } from './use-cases/ordering-hands.js';
import { PaidAmounts } from './use-cases/paid-amounts.js';
import { PartsToCome } from './use-cases/parts-to-come.js';
import { PayOrders } from './use-cases/pay-orders.js';
import { Payees } from './use-cases/payees.js';
import { PaymentBooks } from './use-cases/payment-books.js';
import { PaymentPapers } from './use-cases/payment-papers.js';
import { PaymentOrderSubject } from './use-cases/payment-order-subject.js';
import { RecordTransferFailure } from './use-cases/record-transfer-failure.use-case.js';
import { RecordUnexecuted } from './use-cases/record-unexecuted.use-case.js';
import { ReleaseBatch } from './use-cases/release-batch.use-case.js';
import { ResumePayment } from './use-cases/resume-payment.use-case.js';
import { ReturnPaymentOrder } from './use-cases/return-payment-order.use-case.js';
import { TakeBackFailure } from './use-cases/take-back-failure.use-case.js';
import { TakeOutOfBatch } from './use-cases/take-out-of-batch.use-case.js';
import { ViewAccounting } from './use-cases/view-accounting.use-case.js';
import { ViewBatches } from './use-cases/view-batches.use-case.js';
import { ViewClaims } from './use-cases/view-claims.use-case.js';
import { ViewFailures } from './use-cases/view-failures.use-case.js';
import { ViewOrders } from './use-cases/view-orders.use-case.js';
import { WithdrawClaim } from './use-cases/withdraw-claim.use-case.js';

const ROWS = [
  AccountingExportRow,
  ClaimRow,
  ClaimSettlementRow,
  DelegationRow,
  PaidListRow,
  BatchConfirmationRow,
  PaymentBatchRow,
  PaymentInstructionRow,
  PaymentOrderActRow,
  PaymentOrderRow,
  PaymentSeriesRow,
  TransferFailureRow,
];

const STORES = [
  AccountingStore,
  ClaimStore,
  DelegationStore,
  BatchConfirmationStore,
  BatchLineStore,
  PaymentBatchStore,
  PaymentInstructionStore,
  PaymentOrderStore,
  OrderSetStore,
  PaymentSeriesStore,
  TransferFailureStore,
];

const CONTRACT = [
  AcceptDoubtedPayee,
  AcceptPaymentOrders,
  BatchCover,
  CheckPaymentOrders,
  Claims,
  CollectBatch,
  ConcludeFailure,
  ConfirmBatch,
  ConfirmClaim,
  Delegations,
  DraftPaymentOrders,
  ExportOrders,
  FailedOrders,
  FinanceBooks,
  ImportPaidList,
  MarkBatchPaid,
  OpenPayments,
  OrderPapers,
  PaidAmounts,
  PaymentBooks,
  RecordTransferFailure,
  RecordUnexecuted,
  ReleaseBatch,
  ResumePayment,
  ReturnPaymentOrder,
  TakeBackFailure,
  TakeOutOfBatch,
  ViewAccounting,
  ViewBatches,
  ViewClaims,
  ViewFailures,
  ViewOrders,
  WithdrawClaim,
];

// A state that nobody can reach, or an action into nowhere, stops the start.
proveMachine('claim', CLAIM_MACHINE, 'prepared');
proveMachine('delegation', DELEGATION_MACHINE, 'proposed');
proveMachine('payment order', ORDER_MACHINE, 'drafted');
proveMachine('payment batch', BATCH_MACHINE, 'collected');

@Module({
  imports: [
    TypeOrmModule.forFeature(ROWS),
    MunicipalitiesModule,
    NoticesModule,
    ApprovalsModule,
    OrganizationsModule,
    BudgetsModule,
    CasesModule,
    GrantsModule,
  ],
  providers: [
    ...STORES,
    ...CONTRACT,
    BatchFile,
    BatchSheets,
    ClaimLetter,
    ClaimsOfWithdrawnGrants,
    FailPayments,
    OrderingHands,
    PartsToCome,
    PayOrders,
    Payees,
    PaymentOrderSubject,
    PaymentPapers,
  ],
  exports: CONTRACT,
})
export class PaymentsModule {}
