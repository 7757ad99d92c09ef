import { Injectable } from '@nestjs/common';
import { PaidAmounts } from '../../payments/index.js';
import { yen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { RepaymentBooks } from '../../repayments/index.js';
import { sumsByGrant } from '../domain/by-grant.js';
import { heldOf } from '../domain/arrears.js';
import { PastYearPaymentStore } from '../store/past-year-payment.store.js';

/**
 * What each organisation holds of a grant by payments, later payments and refunds as they truly stand: the ledger of a closed
 * year keeps a transfer that came back later, and a 戻入 that was a mistake.
 */
@Injectable()
export class HeldMoney {
  constructor(
    private readonly paid: PaidAmounts,
    private readonly repayments: RepaymentBooks,
    private readonly later: PastYearPaymentStore,
  ) {}

  async ofGrant(tx: Transaction, grantId: string): Promise<Yen> {
    return (await this.ofGrants(tx, [grantId])).get(grantId) ?? ZERO_YEN;
  }

  async ofGrants(tx: Transaction, grantIds: readonly string[]): Promise<ReadonlyMap<string, Yen>> {
    const paid = await this.paid.ofGrants(tx, grantIds);
    const back = await this.repayments.grantMoneyBack(tx, grantIds);
    const since = sumsByGrant(await this.later.ofGrants(tx, grantIds));
    return new Map(
      grantIds.map((id) => [
        id,
        yen(heldOf({ ordered: paid.get(id)?.ordered ?? ZERO_YEN, later: since(id), back: back.get(id) ?? ZERO_YEN })),
      ]),
    );
  }
}
