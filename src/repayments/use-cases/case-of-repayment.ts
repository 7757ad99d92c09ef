import { Injectable } from '@nestjs/common';
import { CaseList, type CaseMove, type Phase } from '../../cases/index.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import type { RepaymentDemand } from '../domain/demand.js';

/** Keeps the list of cases in step: a settled grant is at its end when its surplus is back. */
@Injectable()
export class CaseOfRepayment {
  constructor(private readonly cases: CaseList) {}

  /** The letter is out, or a receipt was taken back: the organisation is to pay. */
  asked(tx: Transaction, demand: RepaymentDemand, dueOn: LocalDate | null): Promise<void> {
    return this.move(tx, demand, { phase: 'determined', waitingFor: 'committee', dueOn });
  }

  settled(tx: Transaction, demand: RepaymentDemand): Promise<void> {
    return this.move(tx, demand, { phase: 'settled', waitingFor: 'nobody', dueOn: null });
  }

  /** A case that is still at its payments or its report stays where it is. */
  private async move(tx: Transaction, { cause, applicationId }: RepaymentDemand, move: CaseMove): Promise<void> {
    if (cause !== 'settlement') return;
    const item = await this.cases.find(tx, applicationId);
    if (item && AT_ITS_END.includes(item.phase)) await this.cases.move(tx, applicationId, move);
  }
}

const AT_ITS_END: readonly Phase[] = ['determined', 'settled'];
