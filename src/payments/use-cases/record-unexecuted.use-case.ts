import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { dayInJapan } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { slicesOf } from '../../kernel/slices.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { tidy } from '../domain/claim.js';
import { BATCH_MACHINE } from '../domain/payment-batch.js';
import { readUnexecuted, type TypedUnexecuted } from '../domain/unexecuted.js';
import { PaymentBatchStore } from '../store/payment-batch.store.js';
import { PaymentInstructionStore } from '../store/payment-instruction.store.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';
import { FailPayments } from './fail-payments.js';
import { OrderingHands } from './ordering-hands.js';

export interface RecordUnexecutedCommand extends TypedUnexecuted {
  readonly batchId: string;
}

/** Orders that are read and written at once. */
const AT_ONCE = 500;

/**
 * The bank did not execute a batch whose file was made, or one line of it: no money left, and the orders wait as after a
 * 振込不能, so that each is checked, decided and collected once more, or returned. The old batch no longer pays them; with
 * its last line it ends as `unexecuted`. Faults at `lines`, `toldOn`, `reason`, `confirmed`.
 */
@Injectable()
export class RecordUnexecuted {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: PaymentOrderStore,
    private readonly batches: PaymentBatchStore,
    private readonly instructions: PaymentInstructionStore,
    private readonly failPayments: FailPayments,
    private readonly hands: OrderingHands,
  ) {}

  /** Gives how many lines it was said of; none where all of that was said before. */
  execute(actor: Actor, command: RecordUnexecutedCommand): Promise<number> {
    requireDuty(actor, 'treasury-check', 'treasury-decide');
    return this.unitOfWork.run(actor, (tx) => this.record(tx, command));
  }

  private async record(tx: Transaction, { batchId, lines, ...typed }: RecordUnexecutedCommand): Promise<number> {
    const batch = await this.batches.lock(tx, batchId);
    // The second click, or the same notice by another person.
    if (batch.state === 'unexecuted') return 0;
    nextState(BATCH_MACHINE, 'payments.batch-state', batch.state, 'leave-unexecuted');
    if (!batch.file) throw new Error('a released batch has its file');
    const said = { ...typed, lines, reason: tidy(typed.reason) };
    const fact = readUnexecuted(said, dayInJapan(batch.file.releasedAt), tx.today);
    const standing = await this.instructions.standingInBatch(tx, batchId);
    const failing = lines === 'all' ? standing : standing.filter((id) => id === lines);
    if (failing.length === 0) return this.refuseStranger(tx, batchId, lines);
    for (const slice of slicesOf(failing.toSorted(), AT_ONCE)) {
      const orders = await this.orders.lock(tx, slice);
      await this.hands.refuse(tx, orders, 'treasury-check', 'treasury-decide');
      for (const order of orders) {
        await this.failPayments.fail(tx, order, { ...fact, returnedOn: null, slipNumber: null, waitsFor: 'treasury' });
      }
      await tx.writeDown();
    }
    const left = standing.length - failing.length;
    if (left === 0) await this.batches.change(tx, batch, { state: 'unexecuted' });
    const detail = { count: failing.length, left, toldOn: fact.failedOn, reason: fact.reason };
    tx.audit({ action: 'payment-batch.unexecuted', subjectKind: 'payment-batch', subjectId: batchId, detail });
    return failing.length;
  }

  private async refuseStranger(tx: Transaction, batchId: string, orderId: string): Promise<number> {
    if ((await this.instructions.orderIdsOfBatch(tx, batchId)).includes(orderId)) return 0;
    throw DomainError.notFound();
  }
}
