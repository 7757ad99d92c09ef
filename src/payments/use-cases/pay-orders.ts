import { Injectable } from '@nestjs/common';
import { BudgetLedger } from '../../budgets/index.js';
import { CaseList, type CaseMove } from '../../cases/index.js';
import { GrantDirectory } from '../../grants/index.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { slicesOf } from '../../kernel/slices.js';
import { ZERO_YEN, type Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { ORDER_MACHINE, type PaymentOrder } from '../domain/payment-order.js';
import { OrderSetStore } from '../store/order-sets.store.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';
import { PaidAmounts, type PaidAmount } from './paid-amounts.js';
import { entryFor, PAYMENT_ORDER } from './payment-order-subject.js';

/** What the money's way says about an order that is paid. */
export interface PaymentFact {
  readonly paidOn: LocalDate;
  readonly slipNumber?: string;
  readonly creditorNumber?: string;
}

interface Payment {
  readonly order: PaymentOrder;
  readonly fact: PaymentFact;
}

/** The end of an order, by whichever way its money left: paid in the ledger, in its history and for everyone who follows. */
@Injectable()
export class PayOrders {
  constructor(
    private readonly orders: PaymentOrderStore,
    private readonly sets: OrderSetStore,
    private readonly ledger: BudgetLedger,
    private readonly cases: CaseList,
    private readonly grants: GrantDirectory,
    private readonly paidAmounts: PaidAmounts,
  ) {}

  /** The caller holds the orders' locks. Throws `payments.order-state` when one of them is not instructed. */
  async pay(tx: Transaction, payments: readonly Payment[]): Promise<void> {
    await this.ledger.lock(
      tx,
      payments.map(({ order }) => order.budgetLineId),
    );
    for (const slice of slicesOf(payments, AT_ONCE)) await this.paySlice(tx, slice);
  }

  /** The whole batch, whose orders' locks the caller holds; paid slice by slice, so that a batch of any length passes. */
  async payAll(tx: Transaction, orderIds: readonly string[], paidOn: LocalDate): Promise<void> {
    await this.ledger.lock(tx, await this.sets.linesOf(tx, orderIds));
    for (const slice of slicesOf(orderIds, AT_ONCE)) {
      const orders = await this.orders.byIds(tx, slice);
      await this.paySlice(
        tx,
        orders.map((order) => ({ order, fact: { paidOn } })),
      );
      await tx.writeDown();
    }
  }

  private async paySlice(tx: Transaction, payments: readonly Payment[]): Promise<void> {
    const moves = payments.map(({ order, fact }) => ({
      ...{ id: order.id, ...fact },
      state: nextState(ORDER_MACHINE, 'payments.order-state', order.state, 'pay'),
    }));
    await this.ledger.payAll(tx, PAYMENT_ORDER, moves);
    await this.sets.act(tx, 'paid', moves);
    await this.moveCases(
      tx,
      payments.map(({ order }) => order),
    );
    for (const { order, fact } of payments) {
      const data = { grantId: order.grantId, paidOn: fact.paidOn };
      tx.announce({ type: 'PaymentsMarkedPaid', subjectId: order.id, organizationId: order.organizationId, data });
      tx.audit(entryFor('payment-order.paid', order));
    }
  }

  /** Of several claims the others may still wait for somebody, and what is neither claimed nor settled is still to come. */
  private async moveCases(tx: Transaction, orders: readonly PaymentOrder[]): Promise<void> {
    const grantIds = [...new Set(orders.map(({ grantId }) => grantId))];
    const inForce = await this.grants.amountsInForce(tx, grantIds);
    const amounts = await this.paidAmounts.ofGrants(tx, grantIds);
    const moved = new Map<string, { move: CaseMove; ids: string[] }>();
    for (const { grantId, applicationId } of orders) {
      const amount = amounts.get(grantId);
      if (!amount) throw new Error('every grant of the orders was read');
      const move = moveOf(amount, inForce.get(grantId) ?? ZERO_YEN);
      const key = `${move.phase}/${move.waitingFor}`;
      const group = moved.get(key) ?? { move, ids: [] };
      group.ids.push(applicationId);
      moved.set(key, group);
    }
    for (const { ids, move } of moved.values()) await this.cases.moveAll(tx, ids, move);
  }
}

/** Orders that are read and written at once. */
const AT_ONCE = 1_000;

function moveOf({ paid, parts, settled }: PaidAmount, inForce: Yen): CaseMove {
  const whole = parts.every((part) => part.paidOn !== null) && (settled || paid >= inForce);
  return {
    phase: whole ? 'paid' : 'part-paid',
    waitingFor: parts.some(({ claim }) => claim.state === 'prepared') ? 'committee' : 'nobody',
    dueOn: null,
  };
}
