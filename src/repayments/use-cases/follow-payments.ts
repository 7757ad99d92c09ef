import { Injectable } from '@nestjs/common';
import { GrantDirectory } from '../../grants/index.js';
import { nextState } from '../../kernel/machine.js';
import type { Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Received } from '../domain/account.js';
import { DEMAND_MACHINE, type RepaymentDemand } from '../domain/demand.js';
import { GOING_ON } from '../domain/following.js';
import { RepaymentDemandStore } from '../store/repayment-demand.store.js';
import { CaseOfRepayment } from './case-of-repayment.js';
import { ReceivedMoney } from './received-money.js';

/**
 * What a payment that was made, came back or was given up means for the demands of its grant. The days and amounts of what
 * the recipient has follow in each of them, as 加算金 is reckoned from these. One that nobody has decided is lowered to what is
 * left to ask for, or dropped; one that is decided waits for staff, who revise it.
 */
@Injectable()
export class FollowPayments {
  constructor(
    private readonly demands: RepaymentDemandStore,
    private readonly grants: GrantDirectory,
    private readonly money: ReceivedMoney,
    private readonly cases: CaseOfRepayment,
  ) {}

  /** Twice is once. */
  async ofGrant(tx: Transaction, grantId: string): Promise<void> {
    const going = (await this.demands.list(tx, { grantId })).filter(({ state }) => GOING_ON.includes(state));
    if (going.length === 0) return;
    await this.grants.getForUpdate(tx, grantId);
    const ids = going.map(({ id }) => id);
    const received = await this.money.of(tx, grantId);
    const most = await this.money.mayAskOfGrant(tx, grantId);
    for (const demand of await this.demands.lock(tx, ids)) {
      if (GOING_ON.includes(demand.state))
        await this.follow(tx, demand, received, most.get(demand.id) ?? demand.amount);
    }
  }

  private async follow(
    tx: Transaction,
    demand: RepaymentDemand,
    received: readonly Received[],
    most: Yen,
  ): Promise<void> {
    if (demand.cause === 'disposal') return;
    const lowers = demand.state === 'open' && most < demand.amount;
    if (!lowers && sameMoney(received, demand.received)) return;
    if (!lowers) return this.demands.change(tx, demand, { received });
    if (most === 0n) {
      const state = nextState(DEMAND_MACHINE, 'repayments.demand-state', demand.state, 'drop');
      await this.demands.change(tx, demand, { received, state, endedOn: tx.today });
      await this.cases.settled(tx, demand);
    } else await this.demands.change(tx, demand, { received, amount: most });
    tx.audit({
      ...{ action: most === 0n ? 'repayment.dropped' : 'repayment.lowered', subjectKind: 'repayment' },
      ...{ subjectId: demand.id, organizationId: demand.organizationId },
      detail: { before: String(demand.amount), amount: String(most) },
    });
  }
}

const sameMoney = (a: readonly Received[], b: readonly Received[]): boolean =>
  a.length === b.length && a.every(({ on, amount }, index) => b[index]?.on === on && b[index].amount === amount);
