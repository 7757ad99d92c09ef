import { Injectable } from '@nestjs/common';
import { GrantDirectory } from '../../grants/index.js';
import type { Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { LapsedCommitmentStore, type LapsedOfGrant } from '../store/lapsed-commitment.store.js';
import { LaterPaymentOrderStore, type LaterPaymentOrder } from '../store/later-payment-order.store.js';
import { PastYearPaymentStore, type PastYearPayment } from '../store/past-year-payment.store.js';
import { Arrears } from './arrears.js';

/** What the closing of its year meant for one grant, and what was paid since. */
export interface AfterClosing {
  /** null where its year is open, or all of it had been ordered. */
  readonly lapsed: LapsedOfGrant | null;
  /** What it still gives and a later year has to pay. */
  readonly arrears: Yen;
  readonly payments: readonly PastYearPayment[];
  /** What the section asked the treasury to pay, oldest first. */
  readonly orders: readonly LaterPaymentOrder[];
}

@Injectable()
export class ClosedGrants {
  constructor(
    private readonly grants: GrantDirectory,
    private readonly lapsed: LapsedCommitmentStore,
    private readonly payments: PastYearPaymentStore,
    private readonly orders: LaterPaymentOrderStore,
    private readonly arrears: Arrears,
  ) {}

  /** Throws not-found. */
  async of(tx: Transaction, grantId: string): Promise<AfterClosing> {
    return {
      lapsed: await this.lapsed.ofGrant(tx, grantId),
      arrears: await this.arrears.ofGrant(tx, await this.grants.get(tx, grantId)),
      payments: await this.payments.ofGrant(tx, grantId),
      orders: await this.orders.ofGrant(tx, grantId),
    };
  }
}
