import { Injectable } from '@nestjs/common';
import { nextState } from '../../kernel/machine.js';
import type { Transaction } from '../../platform/database/index.js';
import { DEMAND_MACHINE } from '../domain/demand.js';
import { RepaymentDemandStore } from '../store/repayment-demand.store.js';

/** When the letter of a demand was made void (欠番), the decision waits for a new one. */
@Injectable()
export class ReopenedDemands {
  constructor(private readonly store: RepaymentDemandStore) {}

  /**
   * Does nothing where the letter was a slip or a 督促状, or the demand has gone on meanwhile. Without their 納入通知書 the
   * charges wait for another.
   */
  async reopen(tx: Transaction, letterId: string): Promise<void> {
    const demand = await this.store.ofLetter(tx, letterId);
    if (demand?.state !== 'demanded') return;
    if (demand.chargesLetterId === letterId)
      return this.store.change(tx, demand, { chargesDueOn: null, chargesLetterId: null });
    const state = nextState(DEMAND_MACHINE, 'repayments.demand-state', demand.state, 'void-letter');
    await this.store.change(tx, demand, { state, issuedOn: null, dueOn: null, letterId: null, letterNumber: null });
    tx.audit({
      ...{ action: 'repayment.letter-withdrawn', subjectKind: 'repayment', subjectId: demand.id },
      ...{ organizationId: demand.organizationId, detail: { letterId } },
    });
  }
}
