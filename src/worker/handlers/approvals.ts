import { Injectable } from '@nestjs/common';
import { AbolishPost, DecisionFiles, ListWaitingDrafts, type WaitingDrafts } from '../../approvals/index.js';
import { AppConfig } from '../../config/index.js';
import { Municipalities } from '../../municipalities/index.js';
import { MailTemplates } from '../../notices/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Mailer } from '../../platform/mail/index.js';
import type { CommittedEvent, EventHandler } from '../../platform/outbox/index.js';
import { StaffDirectory } from '../../staff/index.js';

/** DraftDecided → its 決裁文書 is drawn and kept. */
@Injectable()
export class DrawDecisionFile implements EventHandler {
  readonly name = 'draw-decision-file';

  constructor(private readonly files: DecisionFiles) {}

  handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    return this.files.draw(tx, event.subjectId);
  }
}

/** MorningCame → the posts whose end was decided for this day are abolished, and their routes go on with the successor. */
@Injectable()
export class AbolishPostsOfTheDay implements EventHandler {
  readonly name = 'abolish-posts-of-the-day';

  constructor(private readonly abolishPost: AbolishPost) {}

  handle(tx: Transaction): Promise<void> {
    return this.abolishPost.carryOutDue(tx);
  }
}

/** MorningCame → one mail a day at most to whoever has drafts waiting and an address; the longest waiting stands first. */
@Injectable()
export class RemindOfWaitingDrafts implements EventHandler {
  readonly name = 'mail-drafts-waiting';

  constructor(
    private readonly staff: StaffDirectory,
    private readonly waiting: ListWaitingDrafts,
    private readonly municipalities: Municipalities,
    private readonly templates: MailTemplates,
    private readonly mailer: Mailer,
    private readonly config: AppConfig,
  ) {}

  async handle(tx: Transaction): Promise<void> {
    const town = await this.municipalities.of(tx);
    for (const { id: staffId, name, mail } of await this.staff.withMail(tx)) {
      const drafts = await this.waiting.of(tx, { staffId, posts: await this.staff.heldPosts(tx, staffId) });
      const lines = linesOf(drafts);
      if (lines.length === 0) continue;
      const text = await this.templates.render(tx, 'drafts-waiting', {
        town: town.name,
        name,
        count: lines.length,
        lines,
        url: new URL(`/${town.slug}/staff/approvals`, this.config.publicUrl).href,
      });
      await this.mailer.send({ id: `drafts-waiting-${staffId}-${tx.today}`, to: mail, ...text });
    }
  }
}

const linesOf = ({ toApprove, owed, returnedToMe }: WaitingDrafts): string[] =>
  [...toApprove, ...owed, ...returnedToMe].map(({ number, title }) => `${number}　${title}`);
