import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { CommittedEvent, EventHandler } from '../../platform/outbox/index.js';
import { PROPOSAL_SUBJECT, ProposerNotes } from '../../proposals/index.js';
import { ProposerMail } from './proposals.js';

/** HearingPlanned, HearingCalledOff → a mail with the day as it is now, or that there is none; told once. */
@Injectable()
export class TellOfHearing implements EventHandler {
  readonly name = 'mail-hearing';

  constructor(
    private readonly notes: ProposerNotes,
    private readonly mail: ProposerMail,
  ) {}

  async handle(tx: Transaction, { id, subjectId }: CommittedEvent): Promise<void> {
    await this.mail.send(tx, id, await this.notes.untold(tx, subjectId, 'hearing'));
  }
}

/** PresentationTold → a mail to the proposer with day, place, order and time. */
@Injectable()
export class TellOfPresentation implements EventHandler {
  readonly name = 'mail-presentation';

  constructor(
    private readonly notes: ProposerNotes,
    private readonly mail: ProposerMail,
  ) {}

  async handle(tx: Transaction, { id, subjectId, data }: CommittedEvent): Promise<void> {
    if (data?.['kind'] !== PROPOSAL_SUBJECT) return;
    await this.mail.send(tx, id, await this.notes.untold(tx, subjectId, 'presentation'));
  }
}
