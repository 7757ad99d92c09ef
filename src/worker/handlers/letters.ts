import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { WithdrawnLetters } from '../../grants/index.js';
import { Municipalities } from '../../municipalities/index.js';
import { LetterDrawing, Letters, MailTemplates } from '../../notices/index.js';
import { OrganizationDirectory } from '../../organizations/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Mailer } from '../../platform/mail/index.js';
import type { CommittedEvent, EventHandler } from '../../platform/outbox/index.js';

/** LetterIssued → the letter is drawn and kept. */
@Injectable()
export class DrawIssuedLetter implements EventHandler {
  readonly name = 'draw-letter';

  constructor(private readonly drawing: LetterDrawing) {}

  handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    return this.drawing.draw(tx, event.subjectId);
  }
}

/**
 * LetterDrawn → a mail to the organisation that has an address, where the letter lies in its inbox. The mail leaves
 * before the commit: a worker killed in between sends it again under the same message id instead of never.
 */
@Injectable()
export class TellOrganization implements EventHandler {
  readonly name = 'mail-letter-arrived';

  constructor(
    private readonly letters: Letters,
    private readonly organizations: OrganizationDirectory,
    private readonly municipalities: Municipalities,
    private readonly templates: MailTemplates,
    private readonly mailer: Mailer,
    private readonly config: AppConfig,
  ) {}

  async handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    const letter = await this.letters.get(tx, event.subjectId);
    if (letter.organizationId === null || letter.delivery !== 'electronic' || letter.state !== 'drawn') return;
    const organization = await this.organizations.get(tx, letter.organizationId);
    if (organization.mail === null) return;
    const town = await this.municipalities.of(tx);
    const section = await this.municipalities.sectionOf(tx, letter.sectionId);
    const mail = this.templates.render('letter-arrived', town.slug, {
      town: town.name,
      organization: organization.name,
      title: letter.title,
      number: letter.number,
      issuedOn: letter.issuedOn,
      url: new URL(`/${town.slug}/committee/letters/${letter.id}`, this.config.publicUrl).href,
      sender: `${town.name}${section.name}　電話 ${section.phone}`,
    });
    await this.mailer.send({ id: letter.id, to: organization.mail, ...mail });
  }
}

/** LetterVoided → the decision whose letter it was waits for a new one. */
@Injectable()
export class ReopenDecision implements EventHandler {
  readonly name = 'reopen-decision';

  constructor(private readonly withdrawn: WithdrawnLetters) {}

  async handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    if (event.data?.['subjectKind'] === 'grant') await this.withdrawn.reopen(tx, event.subjectId);
  }
}
