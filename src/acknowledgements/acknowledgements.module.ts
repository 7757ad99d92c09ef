import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApprovalsModule } from '../approvals/approvals.module.js';
import { proveMachine } from '../kernel/machine.js';
import { NoticesModule } from '../notices/notices.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { acknowledgementMachine } from './domain/acknowledgement.js';
import { AcknowledgementRow } from './store/acknowledgement-row.js';
import { AcknowledgementStore } from './store/acknowledgement.store.js';
import { Acknowledge } from './use-cases/acknowledge.use-case.js';
import { AcknowledgementSubjects } from './use-cases/acknowledgement-subjects.js';
import { IssueAcknowledgement } from './use-cases/issue-acknowledgement.use-case.js';
import { ToldRecords } from './use-cases/told-records.js';
import { ViewAcknowledgements } from './use-cases/view-acknowledgements.js';
import { WithdrawnAcknowledgementLetters } from './use-cases/withdrawn-acknowledgement-letters.js';

proveMachine('acknowledgement', acknowledgementMachine, 'open');

const OFFERED = [ToldRecords, Acknowledge, IssueAcknowledgement, WithdrawnAcknowledgementLetters, ViewAcknowledgements];

@Module({
  imports: [TypeOrmModule.forFeature([AcknowledgementRow]), StaffModule, NoticesModule, ApprovalsModule],
  providers: [AcknowledgementStore, AcknowledgementSubjects, ...OFFERED],
  exports: OFFERED,
})
export class AcknowledgementsModule {}
