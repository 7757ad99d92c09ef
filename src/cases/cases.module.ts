import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StaffModule } from '../staff/staff.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { CaseMailRow } from './store/case-mail-row.js';
import { CaseMessageOpeningRow } from './store/case-message-opening-row.js';
import { CaseMessageRow } from './store/case-message-row.js';
import { CaseRow } from './store/case-row.js';
import { CaseSearchStore } from './store/case-search.store.js';
import { CaseStore } from './store/case.store.js';
import { MessageMailStore } from './store/message-mail.store.js';
import { MessageStore } from './store/message.store.js';
import { ReminderMailRow } from './store/reminder-mail-row.js';
import { ReminderStore } from './store/reminder.store.js';
import { CaseList } from './use-cases/case-list.js';
import { CasePapers } from './use-cases/case-papers.js';
import { CasePlaces } from './use-cases/case-places.js';
import { MessageMails } from './use-cases/message-mails.js';
import { OpenThread } from './use-cases/open-thread.use-case.js';
import { Reminders } from './use-cases/reminders.js';
import { SendMessage } from './use-cases/send-message.use-case.js';
import { WriteMessage } from './use-cases/write-message.js';

const OFFERED = [CaseList, CasePapers, CasePlaces, OpenThread, SendMessage, WriteMessage, MessageMails, Reminders];

@Module({
  imports: [
    TypeOrmModule.forFeature([CaseRow, CaseMessageRow, CaseMessageOpeningRow, CaseMailRow, ReminderMailRow]),
    StaffModule,
    MunicipalitiesModule,
    OrganizationsModule,
  ],
  providers: [CaseStore, CaseSearchStore, MessageStore, MessageMailStore, ReminderStore, ...OFFERED],
  exports: OFFERED,
})
export class CasesModule {}
