import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import type { PaymentOrder } from '../domain/payment-order.js';
import { UNSOLVED, type TransferFailure } from '../domain/transfer-failure.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';
import { TransferFailureStore } from '../store/transfer-failure.store.js';
import { Payees } from './payees.js';

/** mended: the account is another one now and may be paid to. pending: its change is being confirmed, or its name. */
export type AccountNow = 'mended' | 'pending' | 'unchanged';

export interface FailedPayment {
  readonly failure: TransferFailure;
  readonly order: PaymentOrder;
  readonly account: AccountNow;
}

export interface FailureDesk {
  readonly unsolved: readonly FailedPayment[];
  readonly solved: readonly Omit<FailedPayment, 'account'>[];
}

export interface FailuresOfOrder {
  readonly failures: readonly TransferFailure[];
  readonly account: AccountNow;
}

const SEES = ['promotion', 'approve', 'treasury-check', 'treasury-decide', 'audit', 'administer'] as const;

/** What staff and treasury see of payments that the bank gave back. */
@Injectable()
export class ViewFailures {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: PaymentOrderStore,
    private readonly failures: TransferFailureStore,
    private readonly payees: Payees,
  ) {}

  desk(actor: Actor): Promise<FailureDesk> {
    requireDuty(actor, ...SEES);
    return this.unitOfWork.read(actor, async (tx) => ({
      unsolved: await this.unsolvedIn(tx),
      solved: await this.withOrders(
        tx,
        await this.failures.inStates(tx, ['resumed', 'order-returned', 'concluded', 'mistaken']),
      ),
    }));
  }

  /** Of one order, oldest first, with the account as it is now. */
  ofOrder(actor: Actor, orderId: string): Promise<FailuresOfOrder> {
    requireDuty(actor, ...SEES);
    return this.unitOfWork.read(actor, async (tx) => {
      const holds = await this.payees.holdsNow(tx, [await this.orders.find(tx, orderId)]);
      return { failures: await this.failures.ofOrders(tx, [orderId]), account: accountNow(holds.get(orderId)) };
    });
  }

  unsolved(actor: Actor): Promise<FailedPayment[]> {
    requireDuty(actor, ...SEES);
    return this.unitOfWork.read(actor, (tx) => this.unsolvedIn(tx));
  }

  private async unsolvedIn(tx: Transaction): Promise<FailedPayment[]> {
    const lines = await this.withOrders(tx, await this.failures.inStates(tx, UNSOLVED));
    const holds = await this.payees.holdsNow(
      tx,
      lines.map(({ order }) => order),
    );
    return lines.map((line) => ({ ...line, account: accountNow(holds.get(line.order.id)) }));
  }

  private async withOrders(tx: Transaction, failures: readonly TransferFailure[]) {
    const orders = await this.orders.byIds(
      tx,
      failures.map(({ orderId }) => orderId),
    );
    return failures.flatMap((failure) => {
      const order = orders.find(({ id }) => id === failure.orderId);
      return order ? [{ failure, order }] : [];
    });
  }
}

/** An order's payee is compared with the account as it is; another account is what a mended one looks like. */
function accountNow(hold: string | undefined): AccountNow {
  if (hold === undefined) return 'unchanged';
  return hold === 'payments.hold-account-changed' ? 'mended' : 'pending';
}
