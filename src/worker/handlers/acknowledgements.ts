import { Injectable } from '@nestjs/common';
import { TOLD_KINDS, TOLD_LABEL, WithdrawnAcknowledgementLetters } from '../../acknowledgements/index.js';
import { RepresentativeChanges } from '../../organizations/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { CommittedEvent, EventHandler } from '../../platform/outbox/index.js';
import { OrganizationMail } from './organization-mail.js';

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

/** RepresentativeChangeReturned → a mail that names the day by which the notice is awaited again. */
@Injectable()
export class TellOfReturnedRepresentative implements EventHandler {
  readonly name = 'mail-representative-returned';

  constructor(
    private readonly changes: RepresentativeChanges,
    private readonly mail: OrganizationMail,
  ) {}

  async handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    const { state, organizationId, correctBy } = await this.changes.get(tx, event.subjectId);
    // Told anew before the worker came to it.
    if (state !== 'returned') return;
    await this.mail.send(tx, {
      ...{ id: event.id, organizationId, kind: 'change-returned', path: 'committee/organization/officers' },
      words: { name: '団体', paper: TOLD_LABEL['representative-change'], correctBy },
    });
  }
}
