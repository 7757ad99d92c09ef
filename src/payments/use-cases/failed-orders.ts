import { Injectable } from '@nestjs/common';
import { CaseList } from '../../cases/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';

/** Orders whose payment failed, as the events of other stages concern them. */
@Injectable()
export class FailedOrders {
  constructor(
    private readonly orders: PaymentOrderStore,
    private readonly cases: CaseList,
  ) {}

  /** The account was mended: now it is the treasury's turn. */
  async accountMended(tx: Transaction, organizationId: string): Promise<void> {
    for (const order of await this.orders.inStates(tx, ['failed'])) {
      if (order.organizationId !== organizationId) continue;
      await this.cases.move(tx, order.applicationId, { phase: 'transfer-failed', waitingFor: 'treasury' });
    }
  }
}
