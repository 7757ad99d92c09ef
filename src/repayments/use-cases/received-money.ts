import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { formatYen, sumYen, ZERO_YEN } from '../../kernel/yen.js';
import { PaidAmounts, type PaidAmount } from '../../payments/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Received } from '../domain/account.js';
import type { RepaymentDemand } from '../domain/demand.js';

/** What the recipient has been paid of a grant, oldest first: the ground on which 加算金 is reckoned. */
@Injectable()
export class ReceivedMoney {
  constructor(private readonly paid: PaidAmounts) {}

  async of(tx: Transaction, grantId: string): Promise<Received[]> {
    return receivedIn(await this.paid.of(tx, grantId));
  }

  /**
   * As it stands when the demand is put to decision. What was ordered before a revocation may be paid after it; only then is
   * it known on which day the money came. Throws `repayments.order-unpaid` and `repayments.more-than-paid`.
   */
  async whole(tx: Transaction, { grantId, amount }: RepaymentDemand): Promise<Received[]> {
    const paid = await this.paid.of(tx, grantId);
    if (paid.ordered > paid.paid) throw new DomainError('repayments.order-unpaid', 'conflict');
    const received = receivedIn(paid);
    const sum = sumYen(received.map((each) => each.amount));
    if (sum < amount)
      throw new DomainError('repayments.more-than-paid', 'conflict', {
        paid: formatYen(sum),
        asked: formatYen(amount),
      });
    return received;
  }
}

const receivedIn = ({ parts }: PaidAmount): Received[] =>
  parts
    .flatMap(({ claim, paidOn }) => (paidOn === null ? [] : [{ on: paidOn, amount: claim.amount }]))
    .filter(({ amount }) => amount > ZERO_YEN)
    .toSorted((a, b) => a.on.localeCompare(b.on));
