import { Injectable } from '@nestjs/common';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Claim } from '../domain/claim.js';
import type { PaymentBatch } from '../domain/payment-batch.js';
import { isPaidInBooks, LIVE_STATES, type PaymentOrder } from '../domain/payment-order.js';
import { ClaimStore } from '../store/claim.store.js';
import { PaymentBatchStore } from '../store/payment-batch.store.js';
import { PaymentInstructionStore } from '../store/payment-instruction.store.js';
import { TransferFailureStore } from '../store/transfer-failure.store.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';

/** What is not paid yet of a year. */
export interface OpenOfYear {
  /** The organisation has not confirmed them. */
  readonly unconfirmed: readonly Claim[];
  /** Confirmed, and no order stands for them. */
  readonly unordered: readonly Claim[];
  /** Drafted or ordered, and not paid. */
  readonly unpaid: readonly PaymentOrder[];
  /** Paid, and given back by the bank after the year was closed: what becomes of it is still to be written down. */
  readonly afterClosing: readonly PaymentOrder[];
  /** Not released, or released and not reported as paid, with an order of the year in them. */
  readonly batches: readonly PaymentBatch[];
}

/** What the payments of a year still wait for. */
@Injectable()
export class OpenPayments {
  constructor(
    private readonly claims: ClaimStore,
    private readonly orders: PaymentOrderStore,
    private readonly batches: PaymentBatchStore,
    private readonly instructions: PaymentInstructionStore,
    private readonly failures: TransferFailureStore,
  ) {}

  async of(tx: Transaction, year: FiscalYear): Promise<OpenOfYear> {
    const claims = await this.claims.ofYear(tx, year);
    const live = (await this.orders.ofYear(tx, year)).filter(({ state }) => LIVE_STATES.includes(state));
    const late = new Set((await this.failures.inStates(tx, ['after-closing'])).map(({ orderId }) => orderId));
    const ordered = new Set(live.map(({ claimId }) => claimId));
    return {
      unconfirmed: claims.filter(({ state }) => state === 'prepared'),
      unordered: claims.filter(({ id, state }) => state === 'confirmed' && !ordered.has(id)),
      unpaid: live.filter((order) => !isPaidInBooks(order)),
      afterClosing: live.filter(({ id }) => late.has(id)),
      batches: await this.openBatches(tx, new Set(live.map(({ id }) => id))),
    };
  }

  private async openBatches(tx: Transaction, orderIds: ReadonlySet<string>): Promise<PaymentBatch[]> {
    const open: PaymentBatch[] = [];
    for (const batch of await this.batches.list(tx)) {
      if (batch.state !== 'collected' && batch.state !== 'released') continue;
      const inBatch = await this.instructions.standingInBatch(tx, batch.id);
      if (inBatch.some((id) => orderIds.has(id))) open.push(batch);
    }
    return open;
  }
}
