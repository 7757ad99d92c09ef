import { Injectable } from '@nestjs/common';
import { BudgetLedger } from '../../budgets/index.js';
import { CaseList } from '../../cases/index.js';
import { GrantDirectory } from '../../grants/index.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import type { Transaction } from '../../platform/database/index.js';
import { ORDER_MACHINE, type PaymentOrder } from '../domain/payment-order.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';
import { PaidAmounts } from './paid-amounts.js';
import { entryFor, orderCause } from './payment-order-subject.js';

/** What the money's way says about an order that is paid. */
export interface PaymentFact {
  readonly paidOn: LocalDate;
  readonly slipNumber?: string;
  readonly creditorNumber?: string;
}

/** The end of an order, by whichever way its money left: paid in the ledger, in its history and for everyone who follows. */
@Injectable()
export class PayOrders {
  constructor(
    private readonly orders: PaymentOrderStore,
    private readonly ledger: BudgetLedger,
    private readonly cases: CaseList,
    private readonly grants: GrantDirectory,
    private readonly paidAmounts: PaidAmounts,
  ) {}

  /** The caller holds the orders' locks. Throws `payments.order-state` when one of them is not instructed. */
  async pay(
    tx: Transaction,
    payments: readonly { readonly order: PaymentOrder; readonly fact: PaymentFact }[],
  ): Promise<void> {
    await this.ledger.lock(
      tx,
      payments.map(({ order }) => order.budgetLineId),
    );
    for (const { order, fact } of payments) await this.payOne(tx, order, fact);
  }

  private async payOne(tx: Transaction, order: PaymentOrder, fact: PaymentFact): Promise<void> {
    const state = nextState(ORDER_MACHINE, 'payments.order-state', order.state, 'pay');
    await this.ledger.pay(tx, orderCause(order.id));
    await this.orders.act(tx, order, 'paid', { state, ...fact });
    await this.moveCase(tx, order);
    const data = { grantId: order.grantId, paidOn: fact.paidOn };
    tx.announce({ type: 'PaymentsMarkedPaid', subjectId: order.id, organizationId: order.organizationId, data });
    tx.audit(entryFor('payment-order.paid', order));
  }

  /** Of several claims the others may still wait for somebody, and what is neither claimed nor settled is still to come. */
  private async moveCase(tx: Transaction, order: PaymentOrder): Promise<void> {
    const grant = await this.grants.get(tx, order.grantId);
    const { paid, parts, settled } = await this.paidAmounts.of(tx, order.grantId);
    const whole = parts.every((part) => part.paidOn !== null) && (settled || paid >= grant.amountInForce);
    const phase = whole ? 'paid' : 'part-paid';
    const waitingFor = parts.some(({ claim }) => claim.state === 'prepared') ? 'committee' : 'nobody';
    await this.cases.move(tx, order.applicationId, { phase, waitingFor, dueOn: null });
  }
}
