import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { CommittedEvent, EventHandler } from '../../platform/outbox/index.js';
import {
  IssueDirectionLetter,
  OpenVerifications,
  PROJECT_DIRECTION,
  VerificationDirectory,
  VerificationReminders,
} from '../../verifications/index.js';
import { OrganizationMail } from './organization-mail.js';

/** GrantDetermined → what the year brought is verified, where the programme asks for it. */
@Injectable()
export class OpenVerification implements EventHandler {
  readonly name = 'open-verification';

  constructor(private readonly verifications: OpenVerifications) {}

  handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    return this.verifications.afterDetermination(tx, event.subjectId);
  }
}

/** VerificationOpened → a mail that asks the organisation for its answers. */
@Injectable()
export class TellOfVerification implements EventHandler {
  readonly name = 'mail-verification-asked';

  constructor(
    private readonly verifications: VerificationDirectory,
    private readonly mail: OrganizationMail,
  ) {}

  async handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    const { id, organizationId, title, dueOn, state } = await this.verifications.get(tx, event.subjectId);
    // Closed before the worker came to it: there is nothing left to ask for.
    if (state !== 'open') return;
    await this.mail.send(tx, {
      ...{ id: event.id, organizationId, kind: 'verification-asked', path: `committee/verifications/${id}` },
      words: { title, dueOn },
    });
  }
}

/** MorningCame → one mail an organisation about the verifications that it should answer soon or should have answered. */
@Injectable()
export class RemindOfVerifications implements EventHandler {
  readonly name = 'mail-verification-due';

  constructor(
    private readonly reminders: VerificationReminders,
    private readonly mail: OrganizationMail,
  ) {}

  async handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    for (const [organizationId, due] of await this.reminders.ofToday(tx)) {
      await this.mail.send(tx, {
        ...{ id: `${event.id}-verification-${organizationId}`, organizationId },
        ...{ kind: 'verification-due', path: 'committee/verifications' },
        words: { lines: due.map(({ title, dueOn }) => ({ title, dueOn, over: dueOn < tx.today })) },
      });
    }
  }
}

/** LetterVoided → the direction waits for a new letter. */
@Injectable()
export class ReopenDirection implements EventHandler {
  readonly name = 'reopen-direction';

  constructor(private readonly letter: IssueDirectionLetter) {}

  async handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    if (event.data?.['subjectKind'] === PROJECT_DIRECTION) await this.letter.reopen(tx, event.subjectId);
  }
}
