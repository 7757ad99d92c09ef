import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplicationsModule } from '../applications/applications.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { GrantsModule } from '../grants/grants.module.js';
import { proveMachine } from '../kernel/machine.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { FilesModule } from '../platform/files/files.module.js';
import { ProgramsModule } from '../programs/programs.module.js';
import { reportMachine } from './domain/report.js';
import { PerformanceReportRow } from './store/performance-report-row.js';
import { ReportFileRow } from './store/report-file-row.js';
import { ReportFileStore } from './store/report-file.store.js';
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
  SaveReportSection,
  ReportReceiptActs,
  ReportFiles,
  AddReportFile,
  RemoveReportFile,
  SubmitReport,
  ReportReceipts,
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
    GrantsModule,
    FilesModule,
  ],
  providers: [
    ReportStore,
    ReportSectionStore,
    ReportFileStore,
    ReportSubmissionStore,
    ReportPointStore,
    ReportGrounds,
    OtherReceipts,
    PrepareReport,
    CaseOfReport,
    ...OFFERED,
  ],
  exports: OFFERED,
})
export class PerformanceReportsModule {}
