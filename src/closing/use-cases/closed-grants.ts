import { Injectable } from '@nestjs/common';
import { BudgetLedger } from '../../budgets/index.js';
import { GrantDirectory } from '../../grants/index.js';
import type { Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import type { LaterGround } from '../domain/arrears.js';
import { CarryStore } from '../store/carry.store.js';
import { LapsedCommitmentStore, type LapsedOfGrant } from '../store/lapsed-commitment.store.js';
import { LaterPaymentOrderStore, type LaterPaymentOrder } from '../store/later-payment-order.store.js';
import { PastYearPaymentStore, type PastYearPayment } from '../store/past-year-payment.store.js';
import { Arrears } from './arrears.js';

/** What the closing of its year meant for one grant, and what was paid since. */
export interface AfterClosing {
  /** null where its year is open, or all of it had been ordered. */
  readonly lapsed: LapsedOfGrant | null;
  readonly closed: boolean;
  /** By which its rest can be asked for now: none while its own year pays it. */
  readonly grounds: readonly LaterGround[];
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
    private readonly carries: CarryStore,
    private readonly ledger: BudgetLedger,
  ) {}

  /** Throws not-found. */
  async of(tx: Transaction, grantId: string): Promise<AfterClosing> {
    const grant = await this.grants.get(tx, grantId);
    const closed = (await this.ledger.closingOf(tx, grant.fiscalYear)) !== null;
    const carry = await this.carries.doneOf(tx, grantId);
    return {
      closed,
      grounds: [...(closed ? (['past-year'] as const) : []), ...(carry ? [carry.ground] : [])],
      lapsed: await this.lapsed.ofGrant(tx, grantId),
      arrears: await this.arrears.ofGrant(tx, grant),
      payments: await this.payments.ofGrant(tx, grantId),
      orders: await this.orders.ofGrant(tx, grantId),
    };
  }
}
