import { Injectable } from '@nestjs/common';
import { Municipalities } from '../../municipalities/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { remindsOn } from '../domain/reminder.js';
import { RepaymentDemandStore } from '../store/repayment-demand.store.js';
import { byOrganization, RepaymentFiles, type RepaymentFile } from './repayment-files.js';

/** Whom a morning reminds of what is to be paid: by organisation, each with everything of it that falls on the day. */
@Injectable()
export class RepaymentReminders {
  constructor(
    private readonly municipalities: Municipalities,
    private readonly demands: RepaymentDemandStore,
    private readonly files: RepaymentFiles,
  ) {}

  async ofToday(tx: Transaction): Promise<ReadonlyMap<string, readonly RepaymentFile[]>> {
    const { reminderDays } = await this.municipalities.of(tx);
    const files = await this.files.ofAll(tx, await this.demands.list(tx, { states: ['demanded'] }));
    const due = files.filter(({ account, standing }) => remindsOn(account, standing, reminderDays));
    return byOrganization(due);
  }
}
