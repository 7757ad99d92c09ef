import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CaseMailRow } from './store/case-mail-row.js';
import { CaseMessageOpeningRow } from './store/case-message-opening-row.js';
import { CaseMessageRow } from './store/case-message-row.js';
import { CaseRow } from './store/case-row.js';
import { CaseStore } from './store/case.store.js';
import { MessageMailStore } from './store/message-mail.store.js';
import { MessageStore } from './store/message.store.js';
import { CaseList } from './use-cases/case-list.js';
import { CasePlaces } from './use-cases/case-places.js';
import { MessageMails } from './use-cases/message-mails.js';
import { OpenThread } from './use-cases/open-thread.use-case.js';
import { SendMessage } from './use-cases/send-message.use-case.js';

const OFFERED = [CaseList, CasePlaces, OpenThread, SendMessage, MessageMails];

@Module({
  imports: [TypeOrmModule.forFeature([CaseRow, CaseMessageRow, CaseMessageOpeningRow, CaseMailRow])],
  providers: [CaseStore, MessageStore, MessageMailStore, ...OFFERED],
  exports: OFFERED,
})
export class CasesModule {}
