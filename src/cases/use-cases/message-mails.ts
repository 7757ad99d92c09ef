import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { CaseItem } from '../domain/case.js';
import { whenToMail } from '../domain/message-mail.js';
import { MessageMailStore } from '../store/message-mail.store.js';
import { MessageStore } from '../store/message.store.js';
import { CaseList } from './case-list.js';

export interface MessageToTell {
  readonly item: CaseItem;
  readonly when: Date | 'now' | 'never';
}

/** Decides, thread by thread, which message becomes a mail. */
@Injectable()
export class MessageMails {
  constructor(
    private readonly list: CaseList,
    private readonly messages: MessageStore,
    private readonly mails: MessageMailStore,
  ) {}

  /** With 'now' the caller sends the mail in this transaction, which has recorded it. */
  async decide(tx: Transaction, caseId: string, messageId: string): Promise<MessageToTell> {
    const item = await this.list.visible(tx, caseId);
    const told = await this.mails.hold(tx, caseId);
    const message = (await this.messages.of(tx, caseId)).find(({ id }) => id === messageId);
    if (!message) throw new Error(`case ${caseId} has no message ${messageId}`);
    const when = whenToMail(message, told, tx.now);
    if (when === 'now') await this.mails.record(tx, caseId);
    return { item, when };
  }
}
