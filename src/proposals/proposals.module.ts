import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApprovalsModule } from '../approvals/approvals.module.js';
import { BudgetsModule } from '../budgets/budgets.module.js';
import { proveMachine } from '../kernel/machine.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PanelsModule } from '../panels/panels.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { VisitsModule } from '../visits/visits.module.js';
import { callMachine } from './domain/call.js';
import { proposalMachine } from './domain/proposal.js';
import { CallExtensionRow } from './store/call-extension-row.js';
import { CallRow } from './store/call-row.js';
import { CallStore } from './store/call.store.js';
import { ProposalCourseStore } from './store/proposal-course.store.js';
import { ProposalDecisionRow } from './store/proposal-decision-row.js';
import { ProposalDecisionStore } from './store/proposal-decision.store.js';
import { ProposalFileRow } from './store/proposal-file-row.js';
import { ProposalFileStore } from './store/proposal-file.store.js';
import { ProposalHearingRow } from './store/proposal-hearing-row.js';
import { ProposalHearingStore } from './store/proposal-hearing.store.js';
import { ProposalRow } from './store/proposal-row.js';
import { ProposalScreeningRow } from './store/proposal-screening-row.js';
import { ProposalSectionRevisionRow } from './store/proposal-section-revision-row.js';
import { ProposalSectionRow } from './store/proposal-section-row.js';
import { ProposalSectionStore } from './store/proposal-section.store.js';
import { ProposalSortingRow } from './store/proposal-sorting-row.js';
import { ProposalStore } from './store/proposal.store.js';
import { SortingSettlementRow } from './store/sorting-settlement-row.js';
import { ProposalTieRow } from './store/proposal-tie-row.js';
import { ProposalTieStore } from './store/proposal-tie.store.js';
import { ProposalSettingsRow } from './store/proposal-settings-row.js';
import { RetentionStore } from './store/retention.store.js';
import { ProposalTellingRow } from './store/proposal-telling-row.js';
import { ProposalTellingStore } from './store/proposal-telling.store.js';
import { Calls } from './use-cases/calls.js';
import { AdoptionBudgets } from './use-cases/adoption-budgets.js';
import { FreeAdoptionBudget } from './use-cases/free-adoption-budget.use-case.js';
import { AdoptionSubject } from './use-cases/adoption-subject.js';
import { DecideProposal } from './use-cases/decide-proposal.use-case.js';
import { Settlement } from './use-cases/settlement.js';
import { BeginProposal } from './use-cases/begin-proposal.use-case.js';
import { ChangeProposalFiles } from './use-cases/change-proposal-files.use-case.js';
import { OpenByCode } from './use-cases/open-by-code.use-case.js';
import { ProposalAccess } from './use-cases/proposal-access.js';
import { PlanHearing } from './use-cases/plan-hearing.use-case.js';
import { ProposalHearings } from './use-cases/proposal-hearings.js';
import { HearingsAndPresentations } from './use-cases/hearings-and-presentations.js';
import { ProposalPanelReading } from './use-cases/proposal-panel-reading.js';
import { ProposalPanelSubject } from './use-cases/proposal-panel-subject.js';
import { ProposalTies } from './use-cases/proposal-ties.js';
import { ProposalVisitSubject } from './use-cases/proposal-visit-subject.js';
import { ProposalDrafts } from './use-cases/proposal-drafts.js';
import { ReceivedProposals } from './use-cases/received-proposals.js';
import { SaveProposal } from './use-cases/save-proposal.use-case.js';
import { ScreenProposal } from './use-cases/screen-proposal.use-case.js';
import { SettleSorting } from './use-cases/settle-sorting.use-case.js';
import { SortProposals } from './use-cases/sort-proposals.use-case.js';
import { SortingBoard } from './use-cases/sorting-board.js';
import { SubmitProposal } from './use-cases/submit-proposal.use-case.js';
import { WriteCall } from './use-cases/write-call.use-case.js';
import { ProposalTellings } from './use-cases/proposal-tellings.js';
import { ProposerNotes } from './use-cases/proposer-notes.js';
import { EraseProposers } from './use-cases/erase-proposers.js';
import { ReissueCode } from './use-cases/reissue-code.use-case.js';
import { RetentionDesk } from './use-cases/retention-desk.js';
import { TellProposer } from './use-cases/tell-proposer.use-case.js';
import { ProposalDesk } from './use-cases/proposal-desk.js';
import { ProposalDirectory } from './use-cases/proposal-directory.js';

proveMachine('call', callMachine, 'draft');
proveMachine('proposal', proposalMachine, 'draft');

const ROWS = [
  CallRow,
  CallExtensionRow,
  ProposalRow,
  ProposalSectionRow,
  ProposalSectionRevisionRow,
  ProposalFileRow,
  ProposalScreeningRow,
  ProposalSortingRow,
  SortingSettlementRow,
  ProposalDecisionRow,
  ProposalHearingRow,
  ProposalTieRow,
  ProposalTellingRow,
  ProposalSettingsRow,
];
const STORES = [
  CallStore,
  ProposalStore,
  ProposalSectionStore,
  ProposalFileStore,
  ProposalCourseStore,
  ProposalDecisionStore,
  ProposalHearingStore,
  ProposalTieStore,
  ProposalTellingStore,
  RetentionStore,
];
const OFFERED = [
  Calls,
  WriteCall,
  BeginProposal,
  SaveProposal,
  ChangeProposalFiles,
  SubmitProposal,
  OpenByCode,
  ProposalDrafts,
  ReceivedProposals,
  SettleSorting,
  ProposalDirectory,
  ScreenProposal,
  SortProposals,
  SortingBoard,
  DecideProposal,
  AdoptionBudgets,
  FreeAdoptionBudget,
  ProposalDesk,
  HearingsAndPresentations,
  PlanHearing,
  ProposalPanelReading,
  ProposalHearings,
  ProposalTies,
  ProposalTellings,
  ProposerNotes,
  TellProposer,
  EraseProposers,
  RetentionDesk,
  ReissueCode,
];

@Module({
  imports: [
    TypeOrmModule.forFeature(ROWS),
    MunicipalitiesModule,
    OrganizationsModule,
    StaffModule,
    ApprovalsModule,
    BudgetsModule,
    PanelsModule,
    VisitsModule,
  ],
  providers: [
    ...STORES,
    ProposalAccess,
    Settlement,
    AdoptionSubject,
    ProposalVisitSubject,
    ProposalPanelSubject,
    ...OFFERED,
  ],
  exports: OFFERED,
})
export class ProposalsModule {}
