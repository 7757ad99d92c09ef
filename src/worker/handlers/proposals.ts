import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { Municipalities } from '../../municipalities/index.js';
import { MailTemplates } from '../../notices/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Mailer } from '../../platform/mail/index.js';
import type { CommittedEvent, EventHandler } from '../../platform/outbox/index.js';
import { EraseProposers, ProposerNotes, type Told } from '../../proposals/index.js';

/** Mails to proposers. One without an address gets none: it stays a task of the section, to be told by post or telephone. */
@Injectable()
export class ProposerMail {
  constructor(
    private readonly notes: ProposerNotes,
    private readonly municipalities: Municipalities,
    private readonly templates: MailTemplates,
    private readonly mailer: Mailer,
    private readonly config: AppConfig,
  ) {}

  /** `id` is the mail's: the same is the same mail. Throws when the mail server did not take it. */
  async send(tx: Transaction, id: string, told: Told | null): Promise<void> {
    if (!told || told.note.to === null) return;
    const { kind, to, sectionId, path, words } = told.note;
    const town = await this.municipalities.of(tx);
    const section = await this.municipalities.sectionOf(tx, sectionId);
    const mail = await this.templates.render(tx, kind, {
      ...words,
      ...{ town: town.name, mailed: true },
      url: new URL(`/${town.slug}/${path}`, this.config.publicUrl).href,
      sender: `${town.name}${section.name}　電話 ${section.phone}`,
    });
    await this.mailer.send({ id, to, ...mail });
    await this.notes.mailed(tx, told);
  }
}

/** ProposalSubmitted → a mail that it came in, with its number and what happens next. */
@Injectable()
export class TellOfReceivedProposal implements EventHandler {
  readonly name = 'mail-proposal-received';

  constructor(
    private readonly notes: ProposerNotes,
    private readonly mail: ProposerMail,
  ) {}

  async handle(tx: Transaction, { id, subjectId }: CommittedEvent): Promise<void> {
    await this.mail.send(tx, id, await this.notes.received(tx, subjectId));
  }
}

/** ProposalScreened → a mail that says whether the town looks further into it, and why. */
@Injectable()
export class TellOfScreening implements EventHandler {
  readonly name = 'mail-proposal-screened';

  constructor(
    private readonly notes: ProposerNotes,
    private readonly mail: ProposerMail,
  ) {}

  async handle(tx: Transaction, { id, subjectId }: CommittedEvent): Promise<void> {
    await this.mail.send(tx, id, await this.notes.untold(tx, subjectId, 'screening'));
  }
}

/** SortingSettled, and ProposalSorted after it → each proposer reads once who is to do it, and why. */
@Injectable()
export class TellOfSorting implements EventHandler {
  readonly name = 'mail-proposal-sorted';

  constructor(
    private readonly notes: ProposerNotes,
    private readonly mail: ProposerMail,
  ) {}

  async handle(tx: Transaction, { id, type, subjectId }: CommittedEvent): Promise<void> {
    const proposals = type === 'SortingSettled' ? await this.notes.ofCall(tx, subjectId) : [subjectId];
    for (const proposalId of proposals) {
      await this.mail.send(tx, `${id}-${proposalId}`, await this.notes.untold(tx, proposalId, 'sorting'));
    }
  }
}

/** ProposalAdopted, ProposalRefused, ProposalMerged → a mail to its proposer, and to those whose proposals are part of it. */
@Injectable()
export class TellOfProposalResult implements EventHandler {
  readonly name = 'mail-proposal-decided';

  constructor(
    private readonly notes: ProposerNotes,
    private readonly mail: ProposerMail,
  ) {}

  async handle(tx: Transaction, { id, subjectId }: CommittedEvent): Promise<void> {
    await this.mail.send(tx, id, await this.notes.untold(tx, subjectId, 'result'));
    for (const [index, merged] of (await this.notes.mergedInto(tx, subjectId)).entries()) {
      const told = await this.notes.untold(tx, merged, 'merged-result');
      await this.mail.send(tx, `${id}-${String(index + 1)}`, told);
    }
  }
}

/** MorningCame → drafts that nobody goes on with are deleted, and proposers erased when the town's time is over. */
@Injectable()
export class EraseOldProposers implements EventHandler {
  readonly name = 'erase-proposers';

  constructor(private readonly proposers: EraseProposers) {}

  handle(tx: Transaction): Promise<void> {
    return this.proposers.execute(tx);
  }
}
