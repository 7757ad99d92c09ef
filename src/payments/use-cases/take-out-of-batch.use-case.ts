import { Injectable } from '@nestjs/common';
import { CaseList } from '../../cases/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { slicesOf } from '../../kernel/slices.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { BATCH_MACHINE } from '../domain/payment-batch.js';
import { ORDER_MACHINE, type PaymentOrder } from '../domain/payment-order.js';
import { OrderSetStore } from '../store/order-sets.store.js';
import { PaymentBatchStore } from '../store/payment-batch.store.js';
import { PaymentInstructionStore } from '../store/payment-instruction.store.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';

export interface TakeOutOfBatchCommand {
  readonly batchId: string;
  /** Left out: every order, which dissolves the batch. */
  readonly orderId?: string;
}

/** Orders that are read and written at once. */
const AT_ONCE = 1_000;

/** Takes one order, or all, out of a batch that is not released; they wait as accepted orders again. The last one out dissolves it. */
@Injectable()
export class TakeOutOfBatch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: PaymentOrderStore,
    private readonly sets: OrderSetStore,
    private readonly batches: PaymentBatchStore,
    private readonly instructions: PaymentInstructionStore,
    private readonly cases: CaseList,
  ) {}

  execute(actor: Actor, command: TakeOutOfBatchCommand): Promise<{ dissolved: boolean }> {
    requireDuty(actor, 'treasury-check', 'treasury-decide');
    return this.unitOfWork.run(actor, (tx) => this.takeOut(tx, command));
  }

  private async takeOut(tx: Transaction, { batchId, orderId }: TakeOutOfBatchCommand): Promise<{ dissolved: boolean }> {
    const batch = await this.batches.lock(tx, batchId);
    const all = await this.instructions.orderIdsOfBatch(tx, batchId);
    const leaving = orderId === undefined ? all : all.filter((id) => id === orderId);
    if (leaving.length === 0) throw DomainError.notFound();
    const dissolved = leaving.length === all.length;
    const state = nextState(BATCH_MACHINE, 'payments.batch-state', batch.state, dissolved ? 'dissolve' : 'take-out');
    await this.sets.lock(tx, leaving);
    await this.instructions.takeOut(tx, batchId, leaving);
    for (const slice of slicesOf(leaving, AT_ONCE)) await this.wait(tx, await this.orders.byIds(tx, slice));
    const staying = await this.instructions.totalOfBatch(tx, batchId);
    await this.batches.change(tx, batch, { state, ...staying });
    const detail = { taken: leaving.length, left: staying.count };
    tx.audit({ action: 'payment-batch.taken-out', subjectKind: 'payment-batch', subjectId: batchId, detail });
    return { dissolved };
  }

  /** Accepted orders again. */
  private async wait(tx: Transaction, orders: readonly PaymentOrder[]): Promise<void> {
    const moves = orders.map(({ id, state }) => ({
      ...{ id, state: nextState(ORDER_MACHINE, 'payments.order-state', state, 'take-out') },
    }));
    await this.sets.act(tx, 'taken-out', moves);
    const applicationIds = orders.map(({ applicationId }) => applicationId);
    await this.cases.moveAll(tx, applicationIds, { phase: 'treasury', waitingFor: 'treasury' });
  }
}
