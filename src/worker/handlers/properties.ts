import { Injectable } from '@nestjs/common';
import { PROPERTY_DISPOSAL, WithdrawnDisposalLetters } from '../../properties/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { CommittedEvent, EventHandler } from '../../platform/outbox/index.js';

/** LetterVoided → the item is held again, and the answer waits for a new letter. */
@Injectable()
export class ReopenDisposal implements EventHandler {
  readonly name = 'reopen-disposal';

  constructor(private readonly withdrawn: WithdrawnDisposalLetters) {}

  async handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    if (event.data?.['subjectKind'] === PROPERTY_DISPOSAL) await this.withdrawn.reopen(tx, event.subjectId);
  }
}
