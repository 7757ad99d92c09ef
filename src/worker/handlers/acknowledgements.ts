import { Injectable } from '@nestjs/common';
import { TOLD_KINDS, WithdrawnAcknowledgementLetters } from '../../acknowledgements/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { CommittedEvent, EventHandler } from '../../platform/outbox/index.js';

/** LetterVoided → the answer to what was told waits for a new letter. */
@Injectable()
export class ReopenAcknowledgement implements EventHandler {
  readonly name = 'reopen-acknowledgement';

  constructor(private readonly withdrawn: WithdrawnAcknowledgementLetters) {}

  async handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    const kind = event.data?.['subjectKind'];
    if (TOLD_KINDS.some((known) => known === kind)) await this.withdrawn.reopen(tx, event.subjectId);
  }
}
