import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate } from '../../kernel/local-date.js';
import { Municipalities } from '../../municipalities/index.js';
import { OrganizationDirectory, type OrganizationProfile } from '../../organizations/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { FARTHEST_AFTER, farthestOf, isSpokenOf, isToBeReminded, type UnfinishedCase } from '../domain/reminder.js';
import { ReminderStore } from '../store/reminder.store.js';
import { requireAnyStaff } from './case-list.js';

/** An unfinished case whose end is near, with the day of the last reminder. */
export interface NearCase extends UnfinishedCase {
  readonly remindedOn: LocalDate | null;
}

/** What one person is reminded of in one mail: the nearest ends of all the organisations that read at this address. */
export interface Reminder {
  readonly organization: OrganizationProfile;
  readonly cases: readonly NearCase[];
}

/** 締切のお知らせ: those who have begun and not finished are reminded on the town's days, one mail a person a day. */
@Injectable()
export class Reminders {
  constructor(
    private readonly municipalities: Municipalities,
    private readonly organizations: OrganizationDirectory,
    private readonly store: ReminderStore,
  ) {}

  /** Every unfinished case whose end is no further off than the town's first reminder, the nearest first. */
  async near(tx: Transaction): Promise<NearCase[]> {
    const cases = await this.unfinished(tx);
    const days = await this.store.lastDays(tx, cases);
    return cases.map((item) => ({ ...item, remindedOn: days.get(item.id) ?? null }));
  }

  /** How many these are. */
  async countNear(tx: Transaction): Promise<number> {
    return (await this.unfinished(tx)).length;
  }

  /** Announces DeadlinesNear once for each mail address behind which somebody is to be reminded today. */
  async begin(tx: Transaction): Promise<void> {
    const due = await this.organizationsToRemind(tx, await this.near(tx));
    const addresses = new Map<string, string[]>();
    for (const { id, mail } of await this.organizations.list(tx)) {
      if (mail === null || !due.has(id)) continue;
      const address = mail.toLowerCase();
      addresses.set(address, [...(addresses.get(address) ?? []), id]);
    }
    for (const [subjectId = '', ...others] of addresses.values()) {
      const organizations = [subjectId, ...others].join(',');
      tx.announce({ type: 'DeadlinesNear', subjectId, organizationId: subjectId, data: { organizations } });
    }
  }

  /**
   * What is to be told to these organisations now, and records that it is; empty when everything was finished since, or
   * when they were reminded today already.
   */
  async take(tx: Transaction, organizationIds: readonly string[]): Promise<Reminder[]> {
    const near = await this.near(tx);
    const due = await this.organizationsToRemind(tx, near);
    const taken: Reminder[] = [];
    for (const id of organizationIds.filter((each) => due.has(each))) {
      const cases = near.filter(({ organizationId }) => organizationId === id);
      if (
        !(await this.store.record(
          tx,
          id,
          cases.map((item) => item.id),
        ))
      )
        continue;
      taken.push({ organization: await this.organizations.get(tx, id), cases });
    }
    return taken;
  }

  private async unfinished(tx: Transaction): Promise<UnfinishedCase[]> {
    requireAnyStaff(tx);
    const { reminderDays } = await this.municipalities.of(tx);
    const [from, until] = [addDays(tx.today, -FARTHEST_AFTER), addDays(tx.today, farthestOf(reminderDays))];
    return (await this.store.unfinished(tx, from, until)).filter((item) => isSpokenOf(item, tx.today));
  }

  private async organizationsToRemind(tx: Transaction, near: readonly NearCase[]): Promise<ReadonlySet<string>> {
    const { reminderDays } = await this.municipalities.of(tx);
    const due = near.filter((item) => isToBeReminded(item, reminderDays, item.remindedOn, tx.today));
    return new Set(due.map(({ organizationId }) => organizationId));
  }
}
