import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplicationsModule } from '../applications/applications.module.js';
import { ApprovalsModule } from '../approvals/approvals.module.js';
import { BudgetsModule } from '../budgets/budgets.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { GrantChangesModule } from '../grant-changes/grant-changes.module.js';
import { GrantsModule } from '../grants/grants.module.js';
import { proveMachine } from '../kernel/machine.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PaymentsModule } from '../payments/payments.module.js';
import { FilesModule } from '../platform/files/files.module.js';
import { ProgramsModule } from '../programs/programs.module.js';
import { determinationMachine } from './domain/determination.js';
import { reportMachine } from './domain/report.js';
import { PerformanceReportRow } from './store/performance-report-row.js';
import { ReportFileRow } from './store/report-file-row.js';
import { ReportFileStore } from './store/report-file.store.js';
import { DeterminationStore } from './store/determination.store.js';
import { ReportInspectionStore } from './store/report-inspection.store.js';
import { DeterminationRow } from './store/determination-row.js';
import { ReportInspectionOutcomeRow } from './store/report-inspection-outcome-row.js';
import { ReportInspectionRow } from './store/report-inspection-row.js';
import { ReportPointRow } from './store/report-point-row.js';
import { ReportPointStore } from './store/report-point.store.js';
import { ReportSectionRevisionRow } from './store/report-section-revision-row.js';
import { ReportSectionRow } from './store/report-section-row.js';
import { ReportSectionStore } from './store/report-section.store.js';
import { ReportSubmissionRow } from './store/report-submission-row.js';
import { ReportSubmissionStore } from './store/report-submission.store.js';
import { ReportStore } from './store/report.store.js';
import { AddReportFile } from './use-cases/add-report-file.use-case.js';
import { CaseOfReport } from './use-cases/case-of-report.js';
import { DeterminationDirectory } from './use-cases/determination-directory.js';
import { ReportPapers } from './use-cases/report-papers.js';
import { DeterminationLetter } from './use-cases/determination-letter.js';
import { DeterminationSubject } from './use-cases/determination-subject.js';
import { DraftDetermination } from './use-cases/draft-determination.use-case.js';
import { EnterPaperReport } from './use-cases/enter-paper-report.use-case.js';
import { InspectReport } from './use-cases/inspect-report.use-case.js';
import { DeterminationIssued } from './use-cases/determination-issued.js';
import { IssueDeterminationLetters } from './use-cases/issue-determination-letters.use-case.js';
import { KeepInspection } from './use-cases/keep-inspection.js';
import { ReopenInspection } from './use-cases/reopen-inspection.use-case.js';
import { ReportInspections } from './use-cases/report-inspections.js';
import { ReturnReport } from './use-cases/return-report.use-case.js';
import { ViewReports } from './use-cases/view-reports.use-case.js';
import { WithdrawnDeterminationLetters } from './use-cases/withdrawn-determination-letters.js';
import { SettleWithoutDetermination } from './use-cases/settle-without-determination.js';
import { OpenReports } from './use-cases/open-reports.js';
import { OtherReceipts } from './use-cases/other-receipts.js';
import { PrepareReport } from './use-cases/prepare-report.js';
import { RemoveReportFile } from './use-cases/remove-report-file.use-case.js';
import { ReportDirectory } from './use-cases/report-directory.js';
import { ReportDrafts } from './use-cases/report-drafts.js';
import { ReportFiles } from './use-cases/report-files.js';
import { ReportGrounds } from './use-cases/report-grounds.js';
import { ReportReceiptActs } from './use-cases/report-receipt-acts.js';
import { ReportReceipts } from './use-cases/report-receipts.js';
import { SaveReportSection } from './use-cases/save-report-section.use-case.js';
import { SubmitReport } from './use-cases/submit-report.use-case.js';

proveMachine('report', reportMachine, 'open');
proveMachine('determination', determinationMachine, 'proposed');

const ROWS = [
  PerformanceReportRow,
  ReportSectionRow,
  ReportSectionRevisionRow,
  ReportFileRow,
  ReportSubmissionRow,
  ReportPointRow,
  ReportInspectionRow,
  ReportInspectionOutcomeRow,
  DeterminationRow,
];

const OFFERED = [
  ReportDirectory,
  ReportDrafts,
  OpenReports,
  SettleWithoutDetermination,
  SaveReportSection,
  ReportReceiptActs,
  ReportFiles,
  AddReportFile,
  RemoveReportFile,
  SubmitReport,
  ReportReceipts,
  ReportInspections,
  InspectReport,
  ReturnReport,
  ReopenInspection,
  EnterPaperReport,
  DraftDetermination,
  DeterminationIssued,
  IssueDeterminationLetters,
  WithdrawnDeterminationLetters,
  ViewReports,
  DeterminationDirectory,
];

@Module({
  imports: [
    TypeOrmModule.forFeature(ROWS),
    MunicipalitiesModule,
    NoticesModule,
    OrganizationsModule,
    ProgramsModule,
    CasesModule,
    ApplicationsModule,
    ApprovalsModule,
    BudgetsModule,
    GrantsModule,
    GrantChangesModule,
    PaymentsModule,
    FilesModule,
  ],
  providers: [
    ReportStore,
    ReportSectionStore,
    ReportFileStore,
    ReportSubmissionStore,
    ReportPointStore,
    ReportInspectionStore,
    DeterminationStore,
    ReportPapers,
    ReportGrounds,
    OtherReceipts,
    PrepareReport,
    CaseOfReport,
    KeepInspection,
    DeterminationSubject,
    DeterminationLetter,
    ...OFFERED,
  ],
  exports: OFFERED,
})
export class PerformanceReportsModule {}
