import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AcknowledgementsModule } from '../acknowledgements/acknowledgements.module.js';
import { ApplicationsModule } from '../applications/applications.module.js';
import { ApprovalsModule } from '../approvals/approvals.module.js';
import { BudgetsModule } from '../budgets/budgets.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { GrantsModule } from '../grants/grants.module.js';
import { proveMachine } from '../kernel/machine.js';
import { NoticesModule } from '../notices/notices.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { changeMachine } from './domain/grant-change.js';
import { reportMachine } from './domain/grant-report.js';
import { GrantChangeActRow } from './store/grant-change-act-row.js';
import { GrantChangeRow } from './store/grant-change-row.js';
import { GrantChangeSectionRevisionRow } from './store/grant-change-section-revision-row.js';
import { GrantChangeSectionRow } from './store/grant-change-section-row.js';
import { GrantChangeSectionStore } from './store/grant-change-section.store.js';
import { GrantChangeStore } from './store/grant-change.store.js';
import { GrantPaperRow } from './store/grant-paper-row.js';
import { GrantPaperStore } from './store/grant-paper.store.js';
import { GrantReportRow } from './store/grant-report-row.js';
import { GrantReportStore } from './store/grant-report.store.js';
import { AmendmentDrafts } from './use-cases/amendment-drafts.js';
import { AnswerChange } from './use-cases/answer-change.use-case.js';
import { AskForReport } from './use-cases/ask-for-report.use-case.js';
import { BeginChange } from './use-cases/begin-change.use-case.js';
import { ChangePapers } from './use-cases/change-papers.js';
import { ChangeEffects } from './use-cases/change-effects.js';
import { ChangeGrounds } from './use-cases/change-grounds.js';
import { ChangeLetter } from './use-cases/change-letter.js';
import { ChangeSubjects } from './use-cases/change-subject.js';
import { DiscontinuationDrafts } from './use-cases/discontinuation-drafts.js';
import { DraftChange } from './use-cases/draft-change.use-case.js';
import { DraftRevocation } from './use-cases/draft-revocation.use-case.js';
import { GrantChanges } from './use-cases/grant-changes.js';
import { GrantPapers } from './use-cases/grant-papers.js';
import { GrantReports } from './use-cases/grant-reports.js';
import { AskByTheRule } from './use-cases/ask-by-the-rule.js';
import { ChangeIssued } from './use-cases/change-issued.js';
import { IssueChangeLetter } from './use-cases/issue-change-letter.use-case.js';
import { MinorChangeRecord } from './use-cases/minor-change-record.js';
import { ReportRecords } from './use-cases/report-records.js';
import { ReturnReport } from './use-cases/return-report.use-case.js';
import { ToldLetter } from './use-cases/told-letter.js';
import { WithdrawReport } from './use-cases/withdraw-report.use-case.js';
import { SaveChangeSection } from './use-cases/save-change-section.use-case.js';
import { SendChange } from './use-cases/send-change.use-case.js';
import { SendReport } from './use-cases/send-report.use-case.js';
import { ViewChanges } from './use-cases/view-changes.use-case.js';
import { ViewGrantCase } from './use-cases/view-grant-case.use-case.js';
import { WithdrawChange } from './use-cases/withdraw-change.use-case.js';
import { WithdrawnChangeLetters } from './use-cases/withdrawn-change-letters.js';

proveMachine('grant-change', changeMachine, 'drafting');
proveMachine('grant-report', reportMachine, 'asked');

const ROWS = [
  GrantChangeRow,
  GrantChangeSectionRow,
  GrantChangeSectionRevisionRow,
  GrantChangeActRow,
  GrantReportRow,
  GrantPaperRow,
];
const INSIDE = [
  ChangePapers,
  GrantChangeStore,
  GrantChangeSectionStore,
  GrantReportStore,
  GrantPaperStore,
  ChangeEffects,
  ChangeGrounds,
  ChangeLetter,
  ChangeSubjects,
  MinorChangeRecord,
  ReportRecords,
  ToldLetter,
];
const OFFERED = [
  GrantChanges,
  GrantReports,
  GrantPapers,
  AmendmentDrafts,
  DiscontinuationDrafts,
  BeginChange,
  SaveChangeSection,
  SendChange,
  WithdrawChange,
  AnswerChange,
  DraftChange,
  DraftRevocation,
  AskByTheRule,
  ChangeIssued,
  IssueChangeLetter,
  WithdrawnChangeLetters,
  AskForReport,
  SendReport,
  ReturnReport,
  WithdrawReport,
  ViewChanges,
  ViewGrantCase,
];

@Module({
  imports: [
    TypeOrmModule.forFeature(ROWS),
    NoticesModule,
    ApprovalsModule,
    AcknowledgementsModule,
    OrganizationsModule,
    BudgetsModule,
    CasesModule,
    ApplicationsModule,
    GrantsModule,
  ],
  providers: [...INSIDE, ...OFFERED],
  exports: OFFERED,
})
export class GrantChangesModule {}
