import { Injectable } from '@nestjs/common';
import { CaseList } from '../../cases/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { closingDayOf, formatFiscalYear } from '../../kernel/fiscal-year.js';
import { formatEra } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { tidy } from '../domain/claim.js';
import { BATCH_MACHINE, type PaymentBatch } from '../domain/payment-batch.js';
import { ORDER_MACHINE, type PaymentOrder } from '../domain/payment-order.js';
import { UNSOLVED, type TransferFailure } from '../domain/transfer-failure.js';
import { PaymentBatchStore } from '../store/payment-batch.store.js';
import { PaymentInstructionStore } from '../store/payment-instruction.store.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';
import { TransferFailureStore } from '../store/transfer-failure.store.js';
import { OrderingHands } from './ordering-hands.js';
import { PayOrders } from './pay-orders.js';
import { entryFor } from './payment-order-subject.js';

export interface TakeBackFailureCommand {
  readonly failureId: string;
  /** How the mistake came about; kept with the failure. */
  readonly mistake: string;
}

const LONGEST_MISTAKE = 500;

/**
 * 振込不能・組戻 that was recorded of the wrong line: the order is paid again as of the day on which it had been, by a new
 * posting, and the record stays as a mistake. A line that the bank executed after all goes back into its batch. Only before anything followed from it, and not of what the accounting system
 * said. Fault at `mistake`.
 */
@Injectable()
export class TakeBackFailure {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: PaymentOrderStore,
    private readonly batches: PaymentBatchStore,
    private readonly instructions: PaymentInstructionStore,
    private readonly failures: TransferFailureStore,
    private readonly payOrders: PayOrders,
    private readonly hands: OrderingHands,
    private readonly cases: CaseList,
  ) {}

  execute(actor: Actor, { failureId, mistake: typed }: TakeBackFailureCommand): Promise<void> {
    requireDuty(actor, 'treasury-check', 'treasury-decide');
    const mistake = tidy(typed);
    refuseWhenFaulty(
      mistake === '' || mistake.length > LONGEST_MISTAKE
        ? [{ pointer: 'mistake', code: 'payments.mistake-missing', params: { most: LONGEST_MISTAKE } }]
        : [],
    );
    return this.unitOfWork.run(actor, async (tx) => {
      const told = await this.failures.find(tx, failureId);
      // A batch comes before its orders everywhere.
      const batch = told.paidOn === null ? await this.lockBatch(tx, told.orderId) : null;
      const order = await this.orders.lockOne(tx, told.orderId);
      const failure = await this.failures.find(tx, failureId);
      await this.hands.refuse(tx, [order], 'treasury-check', 'treasury-decide');
      // The second click.
      if (failure.state === 'mistaken') return;
      if (!UNSOLVED.includes(failure.state)) throw new DomainError('payments.failure-solved', 'conflict');
      if ((await this.instructions.of(tx, order.id))?.way !== 'bank-file') {
        throw new DomainError('payments.failure-of-accounting', 'conflict');
      }
      await this.failures.change(tx, failure, { state: 'mistaken', conclusion: mistake });
      await this.instructions.restore(tx, order.id, failure.attempt);
      await (batch ? this.putBack(tx, batch, order, mistake) : this.restore(tx, order, failure, mistake));
      tx.audit(entryFor('payment-order.failure-taken-back', order));
    });
  }

  private async lockBatch(tx: Transaction, orderId: string): Promise<PaymentBatch | null> {
    const way = await this.instructions.of(tx, orderId);
    return way?.way === 'bank-file' ? this.batches.lock(tx, way.batchId) : null;
  }

  /** What the bank was said not to have executed waits for its 支払済 notice again, or is paid by the one that came meanwhile. */
  private async putBack(tx: Transaction, batch: PaymentBatch, order: PaymentOrder, reason: string): Promise<void> {
    const { paidOn } = batch;
    const last = closingDayOf(order.fiscalYear);
    if (paidOn !== null && paidOn > last) {
      const params = { year: formatFiscalYear(order.fiscalYear), last: formatEra(last) };
      throw new DomainError('payments.paid-after-closing', 'conflict', params);
    }
    const state = nextState(ORDER_MACHINE, 'payments.order-state', order.state, 'restore');
    await this.orders.act(tx, order, 'restored', { state }, { reason });
    if (paidOn !== null) {
      return this.payOrders.pay(tx, [{ order: await this.orders.find(tx, order.id), fact: { paidOn } }]);
    }
    if (batch.state === 'unexecuted') {
      const open = nextState(BATCH_MACHINE, 'payments.batch-state', batch.state, 'execute-after-all');
      await this.batches.change(tx, batch, { state: open });
    }
    await this.cases.move(tx, order.applicationId, { phase: 'batched', waitingFor: 'treasury' });
  }

  /** After the closing the books had stayed as they were. */
  private async restore(
    tx: Transaction,
    order: PaymentOrder,
    { state: was, paidOn }: TransferFailure,
    reason: string,
  ): Promise<void> {
    if (was === 'after-closing') {
      const paid = nextState(ORDER_MACHINE, 'payments.order-state', order.state, 'restore-after-closing');
      await this.orders.act(tx, order, 'restored', { state: paid }, { reason });
      await this.cases.move(tx, order.applicationId, { phase: 'paid', waitingFor: 'nobody', dueOn: null });
      const { id: subjectId, organizationId, grantId } = order;
      return tx.announce({
        ...{ type: 'PaymentsMarkedPaid', subjectId, organizationId },
        data: { grantId, ...(paidOn && { paidOn }) },
      });
    }
    const state = nextState(ORDER_MACHINE, 'payments.order-state', order.state, 'restore');
    await this.orders.act(tx, order, 'restored', { state }, { reason });
    if (paidOn !== null)
      await this.payOrders.pay(tx, [{ order: await this.orders.find(tx, order.id), fact: { paidOn } }]);
  }
}
