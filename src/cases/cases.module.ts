import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CaseMessageOpeningRow } from './store/case-message-opening-row.js';
import { CaseMessageRow } from './store/case-message-row.js';
import { CaseRow } from './store/case-row.js';
import { CaseStore } from './store/case.store.js';
import { MessageStore } from './store/message.store.js';
import { CaseList } from './use-cases/case-list.js';
import { CasePlaces } from './use-cases/case-places.js';
import { OpenThread } from './use-cases/open-thread.use-case.js';
import { SendMessage } from './use-cases/send-message.use-case.js';

const OFFERED = [CaseList, CasePlaces, OpenThread, SendMessage];

@Module({
  imports: [TypeOrmModule.forFeature([CaseRow, CaseMessageRow, CaseMessageOpeningRow])],
  providers: [CaseStore, MessageStore, ...OFFERED],
  exports: OFFERED,
})
export class CasesModule {}
