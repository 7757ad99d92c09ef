import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { otherThan, readMessage, writerFor, type TypedMessage } from '../domain/message.js';
import { CaseStore } from '../store/case.store.js';
import { MessageStore } from '../store/message.store.js';
import { CaseList } from './case-list.js';
import { CasePlaces } from './case-places.js';

export interface SendMessageCommand extends TypedMessage {
  readonly caseId: string;
  /** Given out once with the form: a double click or a resend carries the same. */
  readonly requestId: string;
}

/**
 * 連絡 from the organisation to the staff in charge, or back; whatever arrives a second time is already there.
 * Throws not-found for another organisation's case, forbidden for staff who only look on, faults at `text` and `place`.
 */
@Injectable()
export class SendMessage {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly list: CaseList,
    private readonly cases: CaseStore,
    private readonly messages: MessageStore,
    private readonly places: CasePlaces,
  ) {}

  execute(actor: Actor, { caseId, requestId, ...typed }: SendMessageCommand): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { organizationId } = await this.list.visible(tx, caseId);
      const from = writerFor(actor);
      await this.cases.hold(tx, caseId);
      if (await this.messages.hasRequest(tx, caseId, requestId)) return;
      const { text, place } = readMessage(typed, await this.places.of(tx, caseId));
      const id = randomUUID();
      const number = await this.messages.add(tx, { id, caseId, requestId, from, text, place });
      await this.cases.countUnread(tx, caseId, otherThan(from), 1);
      const detail = { number };
      tx.audit({ action: 'message.sent', subjectKind: 'case', subjectId: caseId, organizationId, detail });
      tx.announce({ type: 'MessageSent', subjectId: caseId, organizationId, data: { messageId: id, from } });
    });
  }
}
