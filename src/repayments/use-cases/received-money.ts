import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { formatYen, sumYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import { GrantDirectory, LaterPaymentsPort, type LaterPayment } from '../../grants/index.js';
import { PaidAmounts, type PaidAmount } from '../../payments/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Received } from '../domain/account.js';
import type { RepaymentDemand } from '../domain/demand.js';
import { mayAsk } from '../domain/following.js';
import { RepaymentDemandStore } from '../store/repayment-demand.store.js';

/** What the recipient has been paid of a grant, from a later year too, oldest first: the ground on which 加算金 is reckoned. */
@Injectable()
export class ReceivedMoney {
  constructor(
    private readonly paid: PaidAmounts,
    private readonly grants: GrantDirectory,
    private readonly demands: RepaymentDemandStore,
    private readonly later: LaterPaymentsPort,
  ) {}

  async of(tx: Transaction, grantId: string): Promise<Received[]> {
    return receivedIn(await this.paid.of(tx, grantId), await this.later.ofGrant(tx, grantId));
  }

  /** The most that this demand may ask for by what the grant gives and what is ordered of it now. */
  async mayAsk(tx: Transaction, { id, grantId }: RepaymentDemand): Promise<Yen> {
    return (await this.mayAskOfGrant(tx, grantId)).get(id) ?? ZERO_YEN;
  }

  /** The same for every demand of the grant that stands. */
  async mayAskOfGrant(tx: Transaction, grantId: string): Promise<ReadonlyMap<string, Yen>> {
    const { amountInForce: inForce } = await this.grants.get(tx, grantId);
    const { ordered } = await this.paid.of(tx, grantId);
    const given = sumYen([ordered, await this.later.sumOf(tx, grantId)]);
    return mayAsk(await this.demands.list(tx, { grantId }), { ordered: given, inForce });
  }

  /**
   * As it stands when the demand is put to decision. What was ordered before a revocation may be paid after it; only then is
   * it known on which day the money came. Throws `repayments.order-unpaid`, `repayments.more-than-over`,
   * `repayments.more-than-paid`.
   */
  async whole(tx: Transaction, demand: RepaymentDemand): Promise<Received[]> {
    if (demand.cause === 'disposal') return [...demand.received];
    const { grantId, amount } = demand;
    const paid = await this.paid.of(tx, grantId);
    if (paid.ordered > paid.paid) throw new DomainError('repayments.order-unpaid', 'conflict');
    const received = receivedIn(paid, await this.later.ofGrant(tx, grantId));
    const sum = sumYen(received.map((each) => each.amount));
    const most = await this.mayAsk(tx, demand);
    if (most < amount)
      throw new DomainError('repayments.more-than-over', 'conflict', {
        most: formatYen(most),
        asked: formatYen(amount),
      });
    if (sum < amount)
      throw new DomainError('repayments.more-than-paid', 'conflict', {
        paid: formatYen(sum),
        asked: formatYen(amount),
      });
    return received;
  }
}

const receivedIn = ({ parts }: PaidAmount, later: readonly LaterPayment[]): Received[] =>
  parts
    .flatMap(({ claim, paidOn }) => (paidOn === null ? [] : [{ on: paidOn, amount: claim.amount }]))
    .concat(later)
    .filter(({ amount }) => amount > ZERO_YEN)
    .toSorted((a, b) => a.on.localeCompare(b.on));
