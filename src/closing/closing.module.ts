import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApprovalsModule } from '../approvals/approvals.module.js';
import { BudgetsModule } from '../budgets/budgets.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { GrantChangesModule } from '../grant-changes/grant-changes.module.js';
import { GrantsModule } from '../grants/grants.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PerformanceReportsModule } from '../performance-reports/performance-reports.module.js';
import { PaymentsModule } from '../payments/payments.module.js';
import { ProposalsModule } from '../proposals/proposals.module.js';
import { RepaymentsModule } from '../repayments/repayments.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { BookProofRow } from './store/book-proof-row.js';
import { BookProofStore } from './store/book-proof.store.js';
import { ClosedYearRow } from './store/closed-year-row.js';
import { ClosedYearStore } from './store/closed-year.store.js';
import { LapsedCommitmentRow } from './store/lapsed-commitment-row.js';
import { LapsedCommitmentStore } from './store/lapsed-commitment.store.js';
import { PastYearPaymentRow } from './store/past-year-payment-row.js';
import { PastYearPaymentStore } from './store/past-year-payment.store.js';
import { Arrears } from './use-cases/arrears.js';
import { CloseYear } from './use-cases/close-year.use-case.js';
import { CarryOver } from './use-cases/carry-over.use-case.js';
import { CarryRow } from './store/carry-row.js';
import { CarryStore } from './store/carry.store.js';
import { CorrectLine } from './use-cases/correct-line.use-case.js';
import { LineCorrectionRow } from './store/line-correction-row.js';
import { LineCorrectionStore } from './store/line-correction.store.js';
import { AnswerLaterPayment } from './use-cases/answer-later-payment.use-case.js';
import { OrderLaterPayment } from './use-cases/order-later-payment.use-case.js';
import { ViewLaterPayments } from './use-cases/view-later-payments.use-case.js';
import { LaterPaymentOrderRow } from './store/later-payment-order-row.js';
import { LaterPaymentOrderStore } from './store/later-payment-order.store.js';
import { ReversePastYearPayment } from './use-cases/reverse-past-year-payment.use-case.js';
import { TakeEvidence } from './use-cases/take-evidence.use-case.js';
import { ClosingPapers } from './use-cases/closing-papers.js';
import { ClosedGrants } from './use-cases/closed-grants.js';
import { HeldMoney } from './use-cases/held-money.js';
import { KeepProof } from './use-cases/keep-proof.use-case.js';
import { LaterPayments } from './use-cases/later-payments.js';
import { Lapsing } from './use-cases/lapsing.js';
import { OpenMatters } from './use-cases/open-matters.js';
import { TownBooks } from './use-cases/town-books.js';
import { ViewExecution } from './use-cases/view-execution.use-case.js';
import { ViewProof } from './use-cases/view-proof.use-case.js';
import { ViewYear } from './use-cases/view-year.use-case.js';
import { YearStandings } from './use-cases/year-standing.js';

const CONTRACT = [
  CloseYear,
  ClosedGrants,
  KeepProof,
  AnswerLaterPayment,
  CarryOver,
  CorrectLine,
  OrderLaterPayment,
  ViewLaterPayments,
  ReversePastYearPayment,
  TakeEvidence,
  ViewExecution,
  ViewProof,
  ViewYear,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([
      BookProofRow,
      ClosedYearRow,
      LapsedCommitmentRow,
      CarryRow,
      LineCorrectionRow,
      LaterPaymentOrderRow,
      PastYearPaymentRow,
    ]),
    NoticesModule,
    ApprovalsModule,
    BudgetsModule,
    CasesModule,
    GrantsModule,
    GrantChangesModule,
    OrganizationsModule,
    PaymentsModule,
    ProposalsModule,
    PerformanceReportsModule,
    RepaymentsModule,
    StaffModule,
  ],
  providers: [
    ...CONTRACT,
    BookProofStore,
    ClosedYearStore,
    LapsedCommitmentStore,
    LaterPaymentOrderStore,
    LineCorrectionStore,
    CarryStore,
    PastYearPaymentStore,
    Arrears,
    ClosingPapers,
    HeldMoney,
    Lapsing,
    LaterPayments,
    OpenMatters,
    TownBooks,
    YearStandings,
  ],
  exports: CONTRACT,
})
export class ClosingModule {}
