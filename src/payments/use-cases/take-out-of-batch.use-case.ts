import { Injectable } from '@nestjs/common';
import { CaseList } from '../../cases/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { BATCH_MACHINE, totalOf } from '../domain/payment-batch.js';
import { ORDER_MACHINE } from '../domain/payment-order.js';
import { PaymentBatchStore } from '../store/payment-batch.store.js';
import { PaymentInstructionStore } from '../store/payment-instruction.store.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';

export interface TakeOutOfBatchCommand {
  readonly batchId: string;
  /** Left out: every order, which dissolves the batch. */
  readonly orderId?: string;
}

/** Takes one order, or all, out of a batch that is not released; they wait as accepted orders again. The last one out dissolves it. */
@Injectable()
export class TakeOutOfBatch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: PaymentOrderStore,
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
    const orders = await this.orders.lock(tx, await this.instructions.orderIdsOfBatch(tx, batchId));
    const leaving = orderId === undefined ? orders : orders.filter((order) => order.id === orderId);
    const staying = orders.filter((order) => !leaving.includes(order));
    if (leaving.length === 0) throw DomainError.notFound();
    const dissolved = staying.length === 0;
    const state = nextState(BATCH_MACHINE, 'payments.batch-state', batch.state, dissolved ? 'dissolve' : 'take-out');
    await this.instructions.takeOut(
      tx,
      batchId,
      leaving.map((order) => order.id),
    );
    for (const order of leaving) {
      const next = nextState(ORDER_MACHINE, 'payments.order-state', order.state, 'take-out');
      await this.orders.act(tx, order, 'taken-out', { state: next });
      await this.cases.move(tx, order.applicationId, { phase: 'treasury', waitingFor: 'treasury' });
    }
    await this.batches.change(tx, batch, { state, ...totalOf(staying) });
    const detail = { taken: leaving.length, left: staying.length };
    tx.audit({ action: 'payment-batch.taken-out', subjectKind: 'payment-batch', subjectId: batchId, detail });
    return { dissolved };
  }
}
