import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplicationsModule } from '../applications/applications.module.js';
import { ApprovalsModule } from '../approvals/approvals.module.js';
import { GrantsModule } from '../grants/grants.module.js';
import { proveMachine } from '../kernel/machine.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { PanelsModule } from '../panels/panels.module.js';
import { PerformanceReportsModule } from '../performance-reports/performance-reports.module.js';
import { ProposalsModule } from '../proposals/proposals.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { verificationMachine } from './domain/verification.js';
import { OpinionStore } from './store/opinion.store.js';
import { MemberSheetRow } from './store/member-sheet-row.js';
import { MemberSheetStore } from './store/member-sheet.store.js';
import { VerificationOpinionRow } from './store/verification-opinion-row.js';
import { VerificationRow } from './store/verification-row.js';
import { VerificationStore } from './store/verification.store.js';
import { DecideDirection } from './use-cases/decide-direction.use-case.js';
import { Direction } from './use-cases/direction.js';
import { DirectionSubject } from './use-cases/direction-subject.js';
import { DirectionLetter } from './use-cases/direction-letter.js';
import { IssueDirectionLetter } from './use-cases/issue-direction-letter.use-case.js';
import { OpenVerifications } from './use-cases/open-verifications.js';
import { PublishVerification } from './use-cases/publish-verification.use-case.js';
import { VerificationDirectory } from './use-cases/verification-directory.js';
import { VerificationGrounds } from './use-cases/verification-grounds.js';
import { VerificationReminders } from './use-cases/verification-reminders.js';
import { ViewVerifications } from './use-cases/view-verifications.use-case.js';
import { AgreePanelAnswer } from './use-cases/agree-panel-answer.use-case.js';
import { AnswerAsMember } from './use-cases/answer-as-member.use-case.js';
import { PanelTables } from './use-cases/panel-table.js';
import { PutToPanel } from './use-cases/put-to-panel.use-case.js';
import { ViewPanelVerifications } from './use-cases/view-panel-verifications.use-case.js';
import { WriteOpinion } from './use-cases/write-opinion.use-case.js';

proveMachine('verification', verificationMachine, 'open');

const OFFERED = [
  OpenVerifications,
  WriteOpinion,
  PutToPanel,
  AnswerAsMember,
  AgreePanelAnswer,
  ViewPanelVerifications,
  DecideDirection,
  IssueDirectionLetter,
  PublishVerification,
  VerificationDirectory,
  VerificationReminders,
  ViewVerifications,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([VerificationRow, VerificationOpinionRow, MemberSheetRow]),
    MunicipalitiesModule,
    StaffModule,
    ApprovalsModule,
    PanelsModule,
    ProposalsModule,
    ApplicationsModule,
    GrantsModule,
    NoticesModule,
    PerformanceReportsModule,
  ],
  providers: [
    VerificationStore,
    OpinionStore,
    MemberSheetStore,
    PanelTables,
    VerificationGrounds,
    Direction,
    DirectionLetter,
    DirectionSubject,
    ...OFFERED,
  ],
  exports: OFFERED,
})
export class VerificationsModule {}
