import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { Municipalities } from '../../municipalities/index.js';
import { MailTemplates } from '../../notices/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Mailer } from '../../platform/mail/index.js';
import type { CommittedEvent, EventHandler } from '../../platform/outbox/index.js';
import { ProposalHearings } from '../../proposals/index.js';

/**
 * HearingPlanned, HearingCalledOff → a mail to the proposer, where an address is known; everybody else is told by telephone
 * or letter by whoever planned it. A plan that another has overtaken since is not told any more.
 */
@Injectable()
export class TellOfHearing implements EventHandler {
  readonly name = 'mail-hearing';

  constructor(
    private readonly hearings: ProposalHearings,
    private readonly municipalities: Municipalities,
    private readonly templates: MailTemplates,
    private readonly mailer: Mailer,
    private readonly config: AppConfig,
  ) {}

  async handle(tx: Transaction, { id, subjectId, data }: CommittedEvent): Promise<void> {
    const told = await this.hearings.toTell(tx, subjectId);
    if (!told || told.mail === null || String(told.plan.turn) !== data?.['turn']) return;
    const { plan, proposal, again } = told;
    const town = await this.municipalities.of(tx);
    const section = await this.municipalities.sectionOf(tx, told.sectionId);
    const path = proposal.organizationId === null ? 'my-proposals' : `committee/proposals/${proposal.id}`;
    const kind = plan.kind === 'planned' ? 'hearing-planned' : 'hearing-called-off';
    const mail = this.templates.render(kind, town.slug, {
      ...{ town: town.name, name: proposal.proposerName, title: proposal.title, again },
      ...{ day: plan.heldOn, time: plan.startsAt ?? '', place: plan.place, words: plan.words, reason: plan.reason },
      url: new URL(`/${town.slug}/${path}`, this.config.publicUrl).href,
      sender: `${town.name}${section.name}　電話 ${section.phone}`,
    });
    await this.mailer.send({ id, to: told.mail, ...mail });
  }
}
