import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplicationsModule } from '../applications/applications.module.js';
import { ApprovalsModule } from '../approvals/approvals.module.js';
import { BudgetsModule } from '../budgets/budgets.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { proveMachine } from '../kernel/machine.js';
import { StaffModule } from '../staff/staff.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PanelsModule } from '../panels/panels.module.js';
import { VisitsModule } from '../visits/visits.module.js';
import { ProgramsModule } from '../programs/programs.module.js';
import { ProposalsModule } from '../proposals/proposals.module.js';
import { ReviewsModule } from '../reviews/reviews.module.js';
import { grantMachine } from './domain/grant.js';
import { AllocationTrialRow } from './store/allocation-trial-row.js';
import { AllocationStore } from './store/allocation.store.js';
import { GrantRow } from './store/grant-row.js';
import { GrantStore } from './store/grant.store.js';
import { AdoptedAmounts } from './use-cases/adopted-amounts.js';
import { AllocationPools } from './use-cases/allocation/allocation-pools.js';
import { AllocationTables } from './use-cases/allocation/allocation-tables.js';
import { DraftAllocation } from './use-cases/allocation/draft-allocation.use-case.js';
import { KeepAllocation } from './use-cases/allocation/keep-allocation.use-case.js';
import { ViewAllocations } from './use-cases/allocation/view-allocations.use-case.js';
import { DecisionLetter } from './use-cases/decision-letter.js';
import { ChangeOutcome } from './use-cases/change-outcome.use-case.js';
import { DecisionBlocks } from './use-cases/decision-blocks.js';
import { DraftDecision } from './use-cases/draft-decision.use-case.js';
import { GrantDecisionSubject } from './use-cases/grant-decision-subject.js';
import { GrantWithdrawals } from './use-cases/grant-withdrawals.js';
import { GrantDirectory } from './use-cases/grant-directory.js';
import { GrantPapers } from './use-cases/grant-papers.js';
import { IssueDecisionLetters } from './use-cases/issue-decision-letters.use-case.js';
import { IssueOnTheDay } from './use-cases/issue-on-the-day.js';
import { GrantsInForce } from './use-cases/grants-in-force.js';
import { LetterFrames } from './use-cases/letter-frames.js';
import { PanelComments } from './use-cases/panel-comments.js';
import { LaterPaymentsPort } from './use-cases/later-payments-port.js';
import { PaymentPort } from './use-cases/payment-port.js';
import { ViewDecisions } from './use-cases/view-decisions.use-case.js';
import { WithdrawnLetters } from './use-cases/withdrawn-letters.js';

proveMachine('grant', grantMachine, 'proposed');

const OFFERED = [
  GrantDirectory,
  DraftDecision,
  ChangeOutcome,
  IssueDecisionLetters,
  IssueOnTheDay,
  WithdrawnLetters,
  ViewDecisions,
  PaymentPort,
  LaterPaymentsPort,
  DecisionBlocks,
  PanelComments,
  KeepAllocation,
  ViewAllocations,
  DraftAllocation,
  AllocationTables,
  LetterFrames,
  GrantsInForce,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([GrantRow, AllocationTrialRow]),
    StaffModule,
    MunicipalitiesModule,
    NoticesModule,
    ApprovalsModule,
    PanelsModule,
    VisitsModule,
    OrganizationsModule,
    BudgetsModule,
    ProgramsModule,
    ProposalsModule,
    CasesModule,
    ApplicationsModule,
    ReviewsModule,
  ],
  providers: [
    GrantStore,
    AllocationStore,
    AdoptedAmounts,
    AllocationPools,
    DecisionLetter,
    GrantDecisionSubject,
    GrantPapers,
    GrantWithdrawals,
    ...OFFERED,
  ],
  exports: OFFERED,
})
export class GrantsModule {}
