import { Injectable } from '@nestjs/common';
import { BudgetLedger } from '../../budgets/index.js';
import { CaseList, type CaseMove } from '../../cases/index.js';
import { nextState } from '../../kernel/machine.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import { ORDER_MACHINE, type PaymentOrder } from '../domain/payment-order.js';
import { PaymentInstructionStore } from '../store/payment-instruction.store.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';
import { TransferFailureStore } from '../store/transfer-failure.store.js';
import { entryFor, orderCause } from './payment-order-subject.js';

/** What the bank, or the accounting system, says about a payment that did not arrive. */
export interface FailureFact {
  readonly failedOn: LocalDate;
  readonly reason: string;
  readonly returnedOn: LocalDate | null;
  readonly slipNumber: string | null;
  /** Left out: 振込不能, whose account the promotion section sees to. treasury: nothing but the bank's work is to be done again. */
  readonly waitsFor?: 'treasury';
}

/**
 * 振込不能・組戻 by whichever way the news comes: the ledger takes the payment back by a reversing posting, the order waits
 * as a task, and everyone who follows hears of it. Nothing of it is ever deleted.
 */
@Injectable()
export class FailPayments {
  constructor(
    private readonly orders: PaymentOrderStore,
    private readonly instructions: PaymentInstructionStore,
    private readonly failures: TransferFailureStore,
    private readonly ledger: BudgetLedger,
    private readonly cases: CaseList,
  ) {}

  /**
   * The caller holds the order's lock. In a year that is closed the books stay as they are: the
   * money is revenue of the new year, and what the grant gives is owed again.
   * Throws `payments.order-state` when the order is neither paid nor told to be.
   */
  async fail(tx: Transaction, order: PaymentOrder, { waitsFor, ...fact }: FailureFact): Promise<void> {
    const closed = order.paidOn !== null && (await this.ledger.closingOf(tx, order.fiscalYear)) !== null;
    const action = closed ? 'fail-after-closing' : 'fail';
    const state = nextState(ORDER_MACHINE, 'payments.order-state', order.state, action);
    const attempt = await this.instructions.fail(tx, order.id, fact.failedOn);
    const { paidOn, amount, id: orderId } = order;
    const kept = { orderId, attempt, amount, paidOn, ...fact };
    tx.audit(entryFor('payment-order.failed', order));
    if (paidOn !== null && !closed)
      await this.ledger.unpay(tx, orderCause(orderId), fact.reason, fact.returnedOn ?? fact.failedOn);
    await this.failures.insert(tx, { ...kept, state: closed ? 'after-closing' : 'open' });
    await this.orders.act(tx, order, 'failed', closed ? { state } : { state, paidOn: null }, { reason: fact.reason });
    const move: CaseMove = waitsFor
      ? { phase: 'treasury', waitingFor: waitsFor }
      : { phase: 'transfer-failed', waitingFor: closed ? 'treasury' : 'promotion' };
    await this.cases.move(tx, order.applicationId, move);
    const { organizationId, grantId } = order;
    tx.announce({ type: 'PaymentFailed', subjectId: orderId, organizationId, data: { grantId } });
  }
}
