import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Ties } from '../../staff/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { readMessage, writerFor, type TypedMessage } from '../domain/message.js';
import { MessageStore } from '../store/message.store.js';
import { CaseList } from './case-list.js';
import { CasePlaces } from './case-places.js';
import { WriteMessage } from './write-message.js';

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
    private readonly messages: MessageStore,
    private readonly places: CasePlaces,
    private readonly writer: WriteMessage,
    private readonly ties: Ties,
  ) {}

  execute(actor: Actor, { caseId, requestId, ...typed }: SendMessageCommand): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { organizationId } = await this.list.visible(tx, caseId);
      await this.ties.refuseTied(tx, organizationId);
      const from = writerFor(actor);
      if (await this.messages.hasRequest(tx, caseId, requestId)) return;
      const { text, place } = readMessage(typed, await this.places.of(tx, caseId));
      await this.writer.write(tx, { caseId, requestId, from, text, place });
    });
  }
}
