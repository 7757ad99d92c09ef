import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { EraseWriters, HandleLetter, letterNumber } from '../../consultations/index.js';
import { Municipalities } from '../../municipalities/index.js';
import { MailTemplates } from '../../notices/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Mailer } from '../../platform/mail/index.js';
import type { CommittedEvent, EventHandler } from '../../platform/outbox/index.js';

/** MayorLetterAnswered → the answer goes out by mail to a sender who gave an address. */
@Injectable()
export class MailLetterAnswer implements EventHandler {
  readonly name = 'mail-mayor-letter-answered';

  constructor(
    private readonly letters: HandleLetter,
    private readonly municipalities: Municipalities,
    private readonly templates: MailTemplates,
    private readonly mailer: Mailer,
    private readonly config: AppConfig,
  ) {}

  async handle(tx: Transaction, { id, subjectId }: CommittedEvent): Promise<void> {
    const letter = await this.letters.toMail(tx, subjectId);
    if (!letter) return;
    const town = await this.municipalities.of(tx);
    const section = letter.sectionId
      ? await this.municipalities.sectionOf(tx, letter.sectionId)
      : await this.municipalities.promotionSection(tx);
    const mail = await this.templates.render(tx, 'mayor-letter-answered', {
      town: town.name,
      head: town.headTitle,
      name: letter.name ?? '手紙をくださった方',
      number: letterNumber(letter),
      title: letter.subject,
      receivedOn: letter.receivedOn,
      answer: letter.answer,
      url: new URL(`/${town.slug}/mayor-letters/mine`, this.config.publicUrl).href,
      sender: `${town.name}${section.name}　電話 ${section.phone}`,
    });
    await this.mailer.send({ id, to: letter.mail, ...mail });
  }
}

/** MorningCame → names and addresses of writers are erased when the town's time is over. */
@Injectable()
export class EraseOldWriters implements EventHandler {
  readonly name = 'erase-writers';

  constructor(private readonly writers: EraseWriters) {}

  handle(tx: Transaction): Promise<void> {
    return this.writers.execute(tx);
  }
}
