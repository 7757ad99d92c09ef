import { Injectable } from '@nestjs/common';
import { ANSWERS_FOR_BOOKS, KeepProof, ViewProof } from '../../closing/index.js';
import { AppConfig } from '../../config/index.js';
import { Municipalities } from '../../municipalities/index.js';
import { MailTemplates } from '../../notices/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Mailer } from '../../platform/mail/index.js';
import type { CommittedEvent, EventHandler } from '../../platform/outbox/index.js';
import { StaffDirectory } from '../../staff/index.js';

/** MorningCame → the books are proved against one another. */
@Injectable()
export class ProveBooks implements EventHandler {
  readonly name = 'prove-books';

  constructor(private readonly proofs: KeepProof) {}

  async handle(tx: Transaction): Promise<void> {
    await this.proofs.keep(tx);
  }
}

/** BooksDiffer → a mail to administrators and treasury that names each difference. */
@Injectable()
export class TellOfDifference implements EventHandler {
  readonly name = 'mail-books-differ';

  constructor(
    private readonly proofs: ViewProof,
    private readonly staff: StaffDirectory,
    private readonly municipalities: Municipalities,
    private readonly templates: MailTemplates,
    private readonly mailer: Mailer,
    private readonly config: AppConfig,
  ) {}

  async handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    const { findings } = await this.proofs.kept(tx, event.subjectId);
    const town = await this.municipalities.of(tx);
    for (const { id: staffId, name, mail } of await this.staff.withMail(tx)) {
      const posts = await this.staff.heldPosts(tx, staffId);
      if (!posts.some(({ duties }) => duties.some((duty) => ANSWERS_FOR_BOOKS.includes(duty)))) continue;
      const text = await this.templates.render(tx, 'books-differ', {
        town: town.name,
        name,
        count: findings.length,
        findings: findings.slice(0, MOST_FINDINGS),
        more: Math.max(findings.length - MOST_FINDINGS, 0),
        url: new URL(`/${town.slug}/staff/year/proof`, this.config.publicUrl).href,
      });
      await this.mailer.send({ id: `${event.id}-${staffId}`, to: mail, ...text });
    }
  }
}

const MOST_FINDINGS = 20;
