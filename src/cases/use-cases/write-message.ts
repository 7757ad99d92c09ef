import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../platform/database/index.js';
import { otherThan, type Correspondent, type Message } from '../domain/message.js';
import { CaseStore } from '../store/case.store.js';
import { MessageStore } from '../store/message.store.js';
import { CaseList } from './case-list.js';

export interface MessageToWrite extends Pick<Message, 'text' | 'place'> {
  readonly caseId: string;
  /** A double click or a resend carries the same; what arrives a second time is already there. */
  readonly requestId: string;
  readonly from: Correspondent;
}

/** A message into the thread of a case, in the transaction of the act that it tells of. Announces MessageSent. */
@Injectable()
export class WriteMessage {
  constructor(
    private readonly list: CaseList,
    private readonly cases: CaseStore,
    private readonly messages: MessageStore,
  ) {}

  /** Throws not-found for another organisation's case. */
  async write(tx: Transaction, message: MessageToWrite): Promise<void> {
    const { caseId, requestId, from } = message;
    const { organizationId } = await this.list.visible(tx, caseId);
    await this.cases.hold(tx, caseId);
    if (await this.messages.hasRequest(tx, caseId, requestId)) return;
    const id = randomUUID();
    const number = await this.messages.add(tx, { ...message, id });
    await this.cases.countUnread(tx, caseId, otherThan(from), 1);
    const detail = { number };
    tx.audit({ action: 'message.sent', subjectKind: 'case', subjectId: caseId, organizationId, detail });
    tx.announce({ type: 'MessageSent', subjectId: caseId, organizationId, data: { messageId: id, from } });
  }
}
