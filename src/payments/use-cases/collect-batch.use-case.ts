import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { CaseList } from '../../cases/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { Municipalities } from '../../municipalities/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { totalOf } from '../domain/payment-batch.js';
import { ORDER_MACHINE, type PaymentOrder } from '../domain/payment-order.js';
import { PaymentBatchStore } from '../store/payment-batch.store.js';
import { PaymentInstructionStore } from '../store/payment-instruction.store.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';
import { PaymentSeriesStore } from '../store/payment-series.store.js';
import { bankOf, refuseUnfitPaymentDate } from './batch-rules.js';
import { OrderingHands } from './ordering-hands.js';
import type { OrderOutcome } from './order-outcome.js';
import { Payees } from './payees.js';

export interface CollectBatchCommand {
  readonly paymentDate: LocalDate;
  readonly orderIds: readonly string[];
}

export interface CollectedBatch {
  readonly batchId: string;
  /** Orders that were left out, each with its reason; the others are in the batch. */
  readonly outcomes: readonly OrderOutcome[];
}

/**
 * Puts accepted orders together for one payment date. An order whose account must wait stays behind with its reason.
 * Faults at `paymentDate`, `orderIds`; throws `payments.batch-empty` when nothing is left to pay.
 */
@Injectable()
export class CollectBatch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly municipalities: Municipalities,
    private readonly orders: PaymentOrderStore,
    private readonly batches: PaymentBatchStore,
    private readonly instructions: PaymentInstructionStore,
    private readonly series: PaymentSeriesStore,
    private readonly payees: Payees,
    private readonly hands: OrderingHands,
    private readonly cases: CaseList,
  ) {}

  execute(actor: Actor, command: CollectBatchCommand): Promise<CollectedBatch> {
    requireDuty(actor, 'treasury-check', 'treasury-decide');
    return this.unitOfWork.run(actor, (tx) => this.collect(tx, command));
  }

  private async collect(tx: Transaction, { paymentDate, orderIds }: CollectBatchCommand): Promise<CollectedBatch> {
    if (tx.actor.kind !== 'staff') throw DomainError.forbidden();
    refuseWhenFaulty(orderIds.length === 0 ? [{ pointer: 'orderIds', code: 'payments.no-order-chosen' }] : []);
    const bank = bankOf(await this.municipalities.of(tx));
    const orders = await this.orders.lock(tx, orderIds);
    for (const order of orders) nextState(ORDER_MACHINE, 'payments.order-state', order.state, 'instruct');
    await this.hands.refuse(tx, orders, 'treasury-check', 'treasury-decide');
    const years = orders.map(({ fiscalYear }) => fiscalYear);
    refuseUnfitPaymentDate(paymentDate, bank, years, tx.today);
    const holds = await this.payees.holdsOf(tx, orders);
    const ready = orders.filter((order) => !holds.has(order.id)).sort(byNumber);
    if (ready.length === 0) throw new DomainError('payments.batch-empty', 'conflict');
    const batchId = await this.insert(tx, paymentDate, ready, tx.actor.staffId);
    return { batchId, outcomes: orders.map((order) => outcomeOf(order, holds.get(order.id))) };
  }

  private async insert(
    tx: Transaction,
    paymentDate: LocalDate,
    orders: readonly PaymentOrder[],
    collectedBy: string,
  ): Promise<string> {
    const id = randomUUID();
    const number = await this.series.take(tx, `batch/${paymentDate}`);
    await this.batches.insert(tx, { id, paymentDate, number, collectedBy, ...totalOf(orders) });
    await this.instructions.insert(tx, { way: 'bank-file', batchId: id }, orders);
    for (const order of orders) {
      await this.orders.act(tx, order, 'instructed', { state: 'instructed' });
      await this.cases.move(tx, order.applicationId, { phase: 'batched', waitingFor: 'treasury' });
    }
    tx.audit({
      action: 'payment-batch.collected',
      subjectKind: 'payment-batch',
      subjectId: id,
      detail: { count: orders.length },
    });
    return id;
  }
}

const byNumber = (a: PaymentOrder, b: PaymentOrder): number =>
  a.fiscalYear - b.fiscalYear || (a.number ?? 0) - (b.number ?? 0);

const outcomeOf = (order: PaymentOrder, hold: string | undefined): OrderOutcome =>
  hold === undefined
    ? { orderId: order.id, done: true }
    : { orderId: order.id, done: false, code: hold, params: { organization: order.organizationName } };
