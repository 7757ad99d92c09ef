import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApprovalsModule } from '../approvals/approvals.module.js';
import { BudgetsModule } from '../budgets/budgets.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { GrantChangesModule } from '../grant-changes/grant-changes.module.js';
import { GrantsModule } from '../grants/grants.module.js';
import { proveMachine } from '../kernel/machine.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { PaymentsModule } from '../payments/payments.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { DEMAND_MACHINE } from './domain/demand.js';
import { PaybackDecisionRow } from './store/payback-decision-row.js';
import { ReceiptQuestionRow } from './store/receipt-question-row.js';
import { ReceiptQuestionStore } from './store/receipt-question.store.js';
import { RepaymentActRow } from './store/repayment-act-row.js';
import { RepaymentActStore } from './store/repayment-act.store.js';
import { RepaymentDemandRow } from './store/repayment-demand-row.js';
import { RepaymentDemandStore } from './store/repayment-demand.store.js';
import { RepaymentEntryRow } from './store/repayment-entry-row.js';
import { RepaymentPaybackRow } from './store/repayment-payback-row.js';
import { RepaymentReceiptRow } from './store/repayment-receipt-row.js';
import { RepaymentReceiptStore } from './store/repayment-receipt.store.js';
import { RevenueAssessmentRow } from './store/revenue-assessment-row.js';
import { RevenueAssessmentStore } from './store/revenue-assessment.store.js';
import { RevenueSeriesRow } from './store/revenue-series-row.js';
import { RepaymentSeriesRow } from './store/repayment-series-row.js';
import { ActEffects } from './use-cases/act-effects.js';
import { AnswerReceiptQuestion } from './use-cases/answer-receipt-question.use-case.js';
import { AssessRevenue } from './use-cases/assess-revenue.js';
import { CaseOfRepayment } from './use-cases/case-of-repayment.js';
import { DecideDemand } from './use-cases/decide-demand.use-case.js';
import { DecidePayback } from './use-cases/decide-payback.use-case.js';
import { DemandLetter } from './use-cases/demand-letter.js';
import { ImportReceipts } from './use-cases/import-receipts.use-case.js';
import { FollowPayments } from './use-cases/follow-payments.js';
import { IssueDemand } from './use-cases/issue-demand.use-case.js';
import { OpenRefunds } from './use-cases/open-refunds.js';
import { OpenOverpayment } from './use-cases/open-overpayment.use-case.js';
import { ProposeAct } from './use-cases/propose-act.use-case.js';
import { ReceivedMoney } from './use-cases/received-money.js';
import { RecordPayback } from './use-cases/record-payback.use-case.js';
import { RecordReceipt } from './use-cases/record-receipt.use-case.js';
import { ReopenedDemands } from './use-cases/reopened-demands.js';
import { RepaymentBooks } from './use-cases/repayment-books.js';
import { RepaymentDemandSubject } from './use-cases/repayment-demand-subject.js';
import { RepaymentDemands } from './use-cases/repayment-demands.js';
import { RepaymentFiles } from './use-cases/repayment-files.js';
import { RepaymentPapers } from './use-cases/repayment-papers.js';
import { RepaymentDunningSubject, RepaymentReliefSubject } from './use-cases/repayment-relief-subject.js';
import { RepaymentReminders } from './use-cases/repayment-reminders.js';
import { RevenueBook } from './use-cases/revenue-book.js';
import { ReviseDemand } from './use-cases/revise-demand.use-case.js';
import { UnpaidRefunds } from './use-cases/unpaid-refunds.js';
import { ViewRepayments } from './use-cases/view-repayments.use-case.js';

const ROWS = [
  PaybackDecisionRow,
  ReceiptQuestionRow,
  RepaymentActRow,
  RepaymentDemandRow,
  RepaymentEntryRow,
  RepaymentPaybackRow,
  RepaymentReceiptRow,
  RepaymentSeriesRow,
  RevenueAssessmentRow,
  RevenueSeriesRow,
];

const CONTRACT = [
  AnswerReceiptQuestion,
  DecidePayback,
  DecideDemand,
  FollowPayments,
  ImportReceipts,
  IssueDemand,
  OpenOverpayment,
  OpenRefunds,
  ProposeAct,
  RecordPayback,
  RecordReceipt,
  ReopenedDemands,
  RepaymentBooks,
  RepaymentDemands,
  RepaymentReminders,
  RevenueBook,
  ReviseDemand,
  ViewRepayments,
];

proveMachine('repayment demand', DEMAND_MACHINE, 'open');

@Module({
  imports: [
    TypeOrmModule.forFeature(ROWS),
    MunicipalitiesModule,
    StaffModule,
    NoticesModule,
    ApprovalsModule,
    BudgetsModule,
    CasesModule,
    GrantsModule,
    GrantChangesModule,
    PaymentsModule,
  ],
  providers: [
    ...CONTRACT,
    ActEffects,
    AssessRevenue,
    CaseOfRepayment,
    DemandLetter,
    ReceiptQuestionStore,
    ReceivedMoney,
    RepaymentActStore,
    RepaymentDemandStore,
    RepaymentDemandSubject,
    RepaymentFiles,
    RepaymentPapers,
    RepaymentReceiptStore,
    RepaymentReliefSubject,
    RepaymentDunningSubject,
    RevenueAssessmentStore,
    UnpaidRefunds,
  ],
  exports: CONTRACT,
})
export class RepaymentsModule {}
