import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { proveMachine } from '../kernel/machine.js';
import { CasesModule } from '../cases/cases.module.js';
import { VisitsModule } from '../visits/visits.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PanelsModule } from '../panels/panels.module.js';
import { ProgramsModule } from '../programs/programs.module.js';
import { applicationMachine } from './domain/application.js';
import { ApplicationCarryRow } from './store/application-carry-row.js';
import { ApplicationFileRow } from './store/application-file-row.js';
import { ApplicationFileStore } from './store/application-file.store.js';
import { ApplicationLeftoverRow } from './store/application-leftover-row.js';
import { ApplicationPointRow } from './store/application-point-row.js';
import { ApplicationRectificationRow } from './store/application-rectification-row.js';
import { ApplicationRow } from './store/application-row.js';
import { ApplicationSectionRevisionRow } from './store/application-section-revision-row.js';
import { ApplicationSectionRow } from './store/application-section-row.js';
import { ApplicationStore } from './store/application.store.js';
import { ApplicationSubmissionRow } from './store/application-submission-row.js';
import { CarryStore } from './store/carry.store.js';
import { LateAcceptanceRow } from './store/late-acceptance-row.js';
import { LateAcceptanceStore } from './store/late-acceptance.store.js';
import { LeftoverStore } from './store/leftover.store.js';
import { PointStore } from './store/point.store.js';
import { ReceptionSeriesRow } from './store/reception-series-row.js';
import { RectificationStore } from './store/rectification.store.js';
import { ApplicationSectionStore } from './store/application-section.store.js';
import { SubmissionStore } from './store/submission.store.js';
import { AddFile } from './use-cases/add-file.use-case.js';
import { AllowLateSubmission } from './use-cases/allow-late-submission.use-case.js';
import { ApplicationDirectory } from './use-cases/application-directory.js';
import { ApplicationDrafts } from './use-cases/application-drafts.js';
import { ApplicationFiles } from './use-cases/application-files.js';
import { ApplicationPanelSubject } from './use-cases/application-panel-subject.js';
import { ApplicationVisitSubject } from './use-cases/application-visit-subject.js';
import { ApplicationPlaces } from './use-cases/application-places.js';
import { Applications } from './use-cases/applications.js';
import { CarryForward } from './use-cases/carry-forward.use-case.js';
import { CarryDraftsOver } from './use-cases/carry-drafts-over.js';
import { CaseTitles } from './use-cases/case-titles.js';
import { DecisionPort } from './use-cases/decision-port.js';
import { DraftDueDays } from './use-cases/draft-due-days.js';
import { EarlierApplications } from './use-cases/earlier-applications.js';
import { EditionUse } from './use-cases/edition-use.js';
import { GrantAmounts } from './use-cases/grant-amounts.js';
import { KeepSection } from './use-cases/keep-section.js';
import { PanelReading } from './use-cases/panel-reading.js';
import { PrepareSubmission } from './use-cases/prepare-submission.js';
import { Receipts } from './use-cases/receipts.js';
import { RectificationPort } from './use-cases/rectification-port.js';
import { ReceivedNumbers } from './use-cases/received-numbers.js';
import { RectifyApplication } from './use-cases/rectify-application.use-case.js';
import { RemoveFile } from './use-cases/remove-file.use-case.js';
import { RuleTrials } from './use-cases/rule-trials.js';
import { AmendedContents } from './use-cases/amended-contents.js';
import { SaveSection } from './use-cases/save-section.use-case.js';
import { ApplicationPapers } from './use-cases/application-papers.js';
import { BeginApplication } from './use-cases/begin-application.js';
import { EnterPaperApplication } from './use-cases/enter-paper-application.use-case.js';
import { ProposalsModule } from '../proposals/proposals.module.js';
import { ProposalCarrierRow } from './store/proposal-carrier-row.js';
import { ProposalCarrierStore } from './store/proposal-carrier.store.js';
import { AdoptedProposals } from './use-cases/adopted-proposals.js';
import { PrefillFromProposal } from './use-cases/prefill-from-proposal.js';
import { StartApplication } from './use-cases/start-application.use-case.js';
import { SettleEditionChange } from './use-cases/settle-edition-change.use-case.js';
import { SayProject } from './use-cases/say-project.use-case.js';
import { SupportYears } from './use-cases/support-years.js';
import { SubmissionWindows } from './use-cases/submission-windows.js';
import { SubmitApplication } from './use-cases/submit-application.use-case.js';
import { Withdrawals } from './use-cases/withdrawals.js';
import { WithdrawApplication } from './use-cases/withdraw-application.use-case.js';

const ROWS = [
  ApplicationRow,
  ProposalCarrierRow,
  ApplicationSectionRow,
  ApplicationSectionRevisionRow,
  ApplicationFileRow,
  ApplicationSubmissionRow,
  ApplicationPointRow,
  ApplicationLeftoverRow,
  ReceptionSeriesRow,
  LateAcceptanceRow,
  ApplicationCarryRow,
  ApplicationRectificationRow,
];
const STORES = [
  ApplicationStore,
  ProposalCarrierStore,
  ApplicationSectionStore,
  SubmissionStore,
  ApplicationFileStore,
  PointStore,
  LeftoverStore,
  LateAcceptanceStore,
  CarryStore,
  RectificationStore,
];
const OFFERED = [
  AmendedContents,
  GrantAmounts,
  SupportYears,
  SayProject,
  StartApplication,
  AdoptedProposals,
  EnterPaperApplication,
  SaveSection,
  EarlierApplications,
  CarryForward,
  RectifyApplication,
  AddFile,
  RemoveFile,
  SubmitApplication,
  WithdrawApplication,
  ApplicationDirectory,
  ApplicationDrafts,
  ApplicationFiles,
  Applications,
  Receipts,
  RuleTrials,
  CarryDraftsOver,
  SettleEditionChange,
  SubmissionWindows,
  AllowLateSubmission,
  DraftDueDays,
  DecisionPort,
  RectificationPort,
  Withdrawals,
  PanelReading,
  ReceivedNumbers,
];

proveMachine('application', applicationMachine, 'draft');

@Module({
  imports: [
    TypeOrmModule.forFeature(ROWS),
    StaffModule,
    MunicipalitiesModule,
    NoticesModule,
    PanelsModule,
    VisitsModule,
    OrganizationsModule,
    ProgramsModule,
    CasesModule,
    ProposalsModule,
  ],
  providers: [
    ...STORES,
    EditionUse,
    ApplicationPapers,
    PrepareSubmission,
    BeginApplication,
    PrefillFromProposal,
    KeepSection,
    ApplicationPlaces,
    ApplicationPanelSubject,
    ApplicationVisitSubject,
    CaseTitles,
    ...OFFERED,
  ],
  exports: OFFERED,
})
export class ApplicationsModule {}
