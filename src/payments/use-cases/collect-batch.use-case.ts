import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { CaseList } from '../../cases/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { slicesOf } from '../../kernel/slices.js';
import { Municipalities } from '../../municipalities/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { totalOf } from '../domain/payment-batch.js';
import { ORDER_MACHINE, type PaymentOrder } from '../domain/payment-order.js';
import { OrderSetStore } from '../store/order-sets.store.js';
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
  /** `all`: whatever waits for its payment at that moment. */
  readonly orderIds: readonly string[] | 'all';
}

export interface CollectedBatch {
  readonly batchId: string;
  /** Orders in the batch. */
  readonly count: number;
  /** Orders that stay behind, each with its reason. */
  readonly held: readonly OrderOutcome[];
}

/** What is kept in memory of an order while thousands are put together. */
type Collected = Pick<PaymentOrder, 'id' | 'fiscalYear' | 'number' | 'amount'>;

/** Orders that are read and written at once. */
const AT_ONCE = 1_000;

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
    private readonly sets: OrderSetStore,
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
    const bank = bankOf(await this.municipalities.of(tx));
    const ids = orderIds === 'all' ? await this.sets.idsInState(tx, 'accepted') : [...new Set(orderIds)];
    refuseWhenFaulty(ids.length === 0 ? [{ pointer: 'orderIds', code: 'payments.no-order-chosen' }] : []);
    const { ready, held, years } = await this.sort(tx, ids.toSorted());
    refuseUnfitPaymentDate(paymentDate, bank, years, tx);
    if (ready.length === 0) throw new DomainError('payments.batch-empty', 'conflict');
    const batchId = await this.insert(tx, paymentDate, ready.toSorted(byNumber), tx.actor.staffId);
    return { batchId, count: ready.length, held };
  }

  /** Locks the orders in the order of their ids and parts those that may leave from those whose payee must wait. */
  private async sort(
    tx: Transaction,
    ids: readonly string[],
  ): Promise<{ ready: Collected[]; held: OrderOutcome[]; years: ReadonlySet<FiscalYear> }> {
    const ready: Collected[] = [];
    const held: OrderOutcome[] = [];
    const years = new Set<FiscalYear>();
    for (const slice of slicesOf(ids, AT_ONCE)) {
      const orders = await this.orders.lock(tx, slice);
      for (const order of orders) nextState(ORDER_MACHINE, 'payments.order-state', order.state, 'instruct');
      await this.hands.refuse(tx, orders, 'treasury-check', 'treasury-decide');
      const holds = await this.payees.holdsOf(tx, orders);
      for (const { id, fiscalYear, number, amount, organizationName } of orders) {
        years.add(fiscalYear);
        const code = holds.get(id);
        if (code === undefined) ready.push({ id, fiscalYear, number, amount });
        else held.push({ orderId: id, done: false, code, params: { organization: organizationName } });
      }
    }
    return { ready, held, years };
  }

  private async insert(
    tx: Transaction,
    paymentDate: LocalDate,
    orders: readonly Collected[],
    collectedBy: string,
  ): Promise<string> {
    const id = randomUUID();
    const number = await this.series.take(tx, `batch/${paymentDate}`);
    await this.batches.insert(tx, { id, paymentDate, number, collectedBy, ...totalOf(orders) });
    let line = 1;
    for (const slice of slicesOf(orders, AT_ONCE)) {
      await this.instruct(
        tx,
        id,
        slice.map((order) => order.id),
        line,
      );
      line += slice.length;
    }
    tx.audit({
      action: 'payment-batch.collected',
      subjectKind: 'payment-batch',
      subjectId: id,
      detail: { count: orders.length },
    });
    return id;
  }

  private async instruct(tx: Transaction, batchId: string, ids: readonly string[], firstLine: number): Promise<void> {
    await this.instructions.insert(tx, { way: 'bank-file', batchId }, ids, firstLine);
    await this.sets.act(
      tx,
      'instructed',
      ids.map((id) => ({ id, state: 'instructed' })),
    );
    const applicationIds = await this.sets.applicationsOf(tx, ids);
    await this.cases.moveAll(tx, applicationIds, { phase: 'batched', waitingFor: 'treasury' });
  }
}

const byNumber = (a: Collected, b: Collected): number =>
  a.fiscalYear - b.fiscalYear || (a.number ?? 0) - (b.number ?? 0);
