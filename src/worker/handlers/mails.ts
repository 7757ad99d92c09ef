import { Injectable } from '@nestjs/common';
import { ApplicationDirectory, nameInWords, type ApplicationView } from '../../applications/index.js';
import { MessageMails } from '../../cases/index.js';
import { Letters, type TemplateData } from '../../notices/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { CommittedEvent, EventHandler, Postpone } from '../../platform/outbox/index.js';
import { morningOf } from '../../platform/schedule/index.js';
import { OrganizationMail, type OrganizationNote } from './organization-mail.js';

/** A mail that leads to an application, calls it as its applicant does, and names the section that handles it. */
const aboutApplication = (
  event: CommittedEvent,
  kind: string,
  { id, organizationId, document, title }: ApplicationView,
  words: TemplateData = {},
): OrganizationNote => ({
  ...{ id: event.id, organizationId, kind, sectionId: document.handledBy },
  path: `committee/applications/${id}`,
  words: { name: nameInWords(title, document.name), ...words },
});

/** LetterDrawn → a mail where the letter lies in the organisation's inbox, on the morning of its day. */
@Injectable()
export class TellOfLetter implements EventHandler {
  readonly name = 'mail-letter-arrived';

  constructor(
    private readonly letters: Letters,
    private readonly mail: OrganizationMail,
  ) {}

  async handle(tx: Transaction, event: CommittedEvent, postpone: Postpone): Promise<void> {
    const letter = await this.letters.get(tx, event.subjectId);
    if (letter.organizationId === null || letter.delivery !== 'electronic' || letter.state !== 'drawn') return;
    if (letter.scheduled) return postpone(morningOf(letter.issuedOn));
    const { id, organizationId, sectionId, title, number, issuedOn } = letter;
    await this.mail.send(tx, {
      ...{ id, organizationId, sectionId, path: `committee/letters/${id}` },
      kind: letter.kind === 'receipt' ? 'receipt-arrived' : 'letter-arrived',
      words: { title, number, issuedOn },
    });
  }
}

/** ApplicationReturned → a mail that names the day by which the corrections are asked for. */
@Injectable()
export class TellOfReturn implements EventHandler {
  readonly name = 'mail-application-returned';

  constructor(
    private readonly applications: ApplicationDirectory,
    private readonly mail: OrganizationMail,
  ) {}

  async handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    const application = await this.applications.get(tx, event.subjectId);
    // Corrected before the worker came to it: there is nothing left to ask for.
    if (application.state !== 'returned') return;
    await this.mail.send(
      tx,
      aboutApplication(event, 'application-returned', application, { correctBy: application.correctBy }),
    );
  }
}

/** DraftCarriedOver → a mail: what was changed stands at the draft, and nothing that was typed is lost. */
@Injectable()
export class TellOfNewEdition implements EventHandler {
  readonly name = 'mail-draft-carried-over';

  constructor(
    private readonly applications: ApplicationDirectory,
    private readonly mail: OrganizationMail,
  ) {}

  async handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    const application = await this.applications.get(tx, event.subjectId);
    // Sent or given up before the worker came to it.
    if (application.state !== 'draft') return;
    await this.mail.send(tx, aboutApplication(event, 'draft-carried-over', application));
  }
}

/** ApplicationWithdrawn → a mail to the whole organisation, as one officer may act without the others. */
@Injectable()
export class TellOfWithdrawal implements EventHandler {
  readonly name = 'mail-application-withdrawn';

  constructor(
    private readonly applications: ApplicationDirectory,
    private readonly mail: OrganizationMail,
  ) {}

  async handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    const application = await this.applications.get(tx, event.subjectId);
    // A draft that was thrown away had never reached the town.
    if (application.receivedNumber === null) return;
    await this.mail.send(
      tx,
      aboutApplication(event, 'application-withdrawn', application, { receivedNumber: application.receivedNumber }),
    );
  }
}

/** PriorStartDecided → a mail, as the organisation waits for it before it begins. */
@Injectable()
export class TellOfPriorStart implements EventHandler {
  readonly name = 'mail-prior-start-decided';

  constructor(
    private readonly applications: ApplicationDirectory,
    private readonly mail: OrganizationMail,
  ) {}

  async handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    const application = await this.applications.get(tx, event.subjectId);
    const outcome = event.data?.['outcome'] === 'approved' ? '認めます' : '認められません';
    await this.mail.send(tx, aboutApplication(event, 'prior-start-decided', application, { outcome }));
  }
}

/** OrganizationReturned → a mail to where the remarks stand. */
@Injectable()
export class TellOfReturnedRegistration implements EventHandler {
  readonly name = 'mail-organization-returned';

  constructor(private readonly mail: OrganizationMail) {}

  handle(tx: Transaction, { id, subjectId }: CommittedEvent): Promise<void> {
    return this.mail.send(tx, {
      ...{ id, organizationId: subjectId, kind: 'organization-returned', path: 'committee/organization' },
    });
  }
}

/** OrganizationRegistered → a mail: applications may begin. */
@Injectable()
export class TellOfRegistration implements EventHandler {
  readonly name = 'mail-organization-registered';

  constructor(private readonly mail: OrganizationMail) {}

  handle(tx: Transaction, { id, subjectId }: CommittedEvent): Promise<void> {
    return this.mail.send(tx, {
      ...{ id, organizationId: subjectId, kind: 'organization-registered', path: 'committee' },
    });
  }
}

/** MessageSent → a mail about the thread, unless one is on its way already or somebody has read it meanwhile. */
@Injectable()
export class TellOfMessage implements EventHandler {
  readonly name = 'mail-message-arrived';

  constructor(
    private readonly messages: MessageMails,
    private readonly mail: OrganizationMail,
  ) {}

  async handle(tx: Transaction, { id, subjectId, data }: CommittedEvent, postpone: Postpone): Promise<void> {
    const messageId = data?.['messageId'];
    if (messageId === undefined) throw new Error(`the event ${id} names no message`);
    const { item, when } = await this.messages.decide(tx, subjectId, messageId);
    if (when instanceof Date) postpone(when);
    if (when !== 'now') return;
    await this.mail.send(tx, {
      ...{ id, organizationId: item.organizationId, kind: 'message-arrived', path: `committee/messages/${item.id}` },
      words: { title: item.title },
    });
  }
}
