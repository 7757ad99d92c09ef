import { Injectable } from '@nestjs/common';
import { SubmissionWindows } from '../../applications/index.js';
import { Reminders, type NearCase, type Reminder } from '../../cases/index.js';
import { endOfDay, formatDeadline } from '../../kernel/deadline.js';
import type { TemplateData } from '../../notices/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { CommittedEvent, EventHandler } from '../../platform/outbox/index.js';
import { OrganizationMail } from './organization-mail.js';

/** MorningCame → who is to be reminded today is found, address by address. */
@Injectable()
export class RemindOfDeadlines implements EventHandler {
  readonly name = 'remind-of-deadlines';

  constructor(private readonly reminders: Reminders) {}

  handle(tx: Transaction): Promise<void> {
    return this.reminders.begin(tx);
  }
}

/** DeadlinesNear → one mail that lists everything unfinished behind this address. */
@Injectable()
export class MailReminder implements EventHandler {
  readonly name = 'mail-deadlines-near';

  constructor(
    private readonly reminders: Reminders,
    private readonly windows: SubmissionWindows,
    private readonly mail: OrganizationMail,
  ) {}

  async handle(tx: Transaction, { id, data }: CommittedEvent): Promise<void> {
    const taken = await this.reminders.take(tx, data?.['organizations']?.split(',') ?? []);
    const [first] = taken;
    if (!first) return;
    const organizations: TemplateData[] = [];
    for (const reminder of taken) organizations.push(await this.inWords(tx, reminder));
    await this.mail.send(tx, {
      ...{ id, organizationId: first.organization.id, kind: 'deadlines-near', path: 'committee' },
      words: { organizations },
    });
  }

  private async inWords(tx: Transaction, { organization, cases }: Reminder): Promise<TemplateData> {
    const unfinished: TemplateData[] = [];
    for (const item of cases) unfinished.push(await this.caseInWords(tx, item));
    return { name: organization.name, cases: unfinished };
  }

  /** An extension may end at a time of its day; a correction has the whole day. */
  private async caseInWords(tx: Transaction, { id, title, phase, dueOn }: NearCase): Promise<TemplateData> {
    const returned = phase === 'returned' || phase === 'report-returned';
    const report = phase === 'reporting' || phase === 'report-returned';
    const until = phase === 'drafting' ? (await this.windows.ofApplication(tx, id)).until : endOfDay(dueOn);
    return { title, returned, report, over: dueOn < tx.today, until: formatDeadline(until) };
  }
}
