import { Injectable } from '@nestjs/common';
import { Municipalities } from '../../municipalities/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { remindsOn, type Verification } from '../domain/verification.js';
import { OpinionStore } from '../store/opinion.store.js';
import { VerificationStore } from '../store/verification.store.js';

/** Which organisations a morning reminds of 検証 that they have not answered. */
@Injectable()
export class VerificationReminders {
  constructor(
    private readonly municipalities: Municipalities,
    private readonly verifications: VerificationStore,
    private readonly opinions: OpinionStore,
  ) {}

  /** By organisation, each with all of its own that fall on the day. */
  async ofToday(tx: Transaction): Promise<ReadonlyMap<string, readonly Verification[]>> {
    const { reminderDays } = await this.municipalities.of(tx);
    const open = await this.verifications.list(tx, { states: ['open'] });
    const due = open.filter((each) => remindsOn(each, tx.today, reminderDays));
    const given = await this.opinions.givenOf(
      tx,
      due.map(({ id }) => id),
    );
    const byOrganization = new Map<string, Verification[]>();
    for (const each of due.filter(({ id }) => !given.get(id)?.has('organization'))) {
      byOrganization.set(each.organizationId, [...(byOrganization.get(each.organizationId) ?? []), each]);
    }
    return byOrganization;
  }
}
