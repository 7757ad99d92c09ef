import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { tidy } from '../domain/claim.js';
import {
  dayFaults,
  readFailure,
  UNSOLVED,
  type TransferFailure,
  type TypedFailure,
} from '../domain/transfer-failure.js';
import { PaymentInstructionStore } from '../store/payment-instruction.store.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';
import { TransferFailureStore } from '../store/transfer-failure.store.js';
import { FailPayments } from './fail-payments.js';
import { OrderingHands } from './ordering-hands.js';

export interface RecordTransferFailureCommand extends TypedFailure {
  readonly orderId: string;
}

/**
 * The treasury takes over the bank's notice of a line of a paid batch that did not arrive, and later the day on which the
 * money came back. Faults at `failedOn`, `reason`, `detail`, `returnedOn`.
 */
@Injectable()
export class RecordTransferFailure {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: PaymentOrderStore,
    private readonly instructions: PaymentInstructionStore,
    private readonly failures: TransferFailureStore,
    private readonly failPayments: FailPayments,
    private readonly hands: OrderingHands,
  ) {}

  execute(actor: Actor, command: RecordTransferFailureCommand): Promise<void> {
    requireDuty(actor, 'treasury-check', 'treasury-decide');
    return this.unitOfWork.run(actor, async (tx) => {
      const order = await this.orders.lockOne(tx, command.orderId);
      await this.hands.refuse(tx, [order], 'treasury-check', 'treasury-decide');
      // The second click, or the same notice by another person.
      if (await this.isTold(tx, order.id)) return;
      if ((await this.instructions.of(tx, order.id))?.way !== 'bank-file' || order.paidOn === null) {
        throw new DomainError('payments.failure-of-unpaid', 'conflict');
      }
      const fact = readFailure({ ...command, detail: tidy(command.detail) }, order.paidOn, tx.today);
      await this.failPayments.fail(tx, order, { ...fact, slipNumber: null });
    });
  }

  /** 入金: only with the money back may the order be paid once more. The same day again changes nothing. */
  recordReturn(actor: Actor, command: { readonly failureId: string; readonly returnedOn: LocalDate }): Promise<void> {
    requireDuty(actor, 'treasury-check', 'treasury-decide');
    return this.unitOfWork.run(actor, async (tx) => {
      const { failureId, returnedOn } = command;
      const { order, failure } = await this.lock(tx, failureId);
      await this.hands.refuse(tx, [order], 'treasury-check', 'treasury-decide');
      if (failure.returnedOn === returnedOn) return;
      if (!UNSOLVED.includes(failure.state)) throw new DomainError('payments.failure-solved', 'conflict');
      refuseWhenFaulty(dayFaults('returnedOn', returnedOn, failure.paidOn, tx.today));
      await this.failures.change(tx, failure, { returnedOn });
      tx.audit({
        action: 'transfer-failure.money-returned',
        subjectKind: 'payment-order',
        subjectId: order.id,
        organizationId: order.organizationId,
        detail: { amount: String(failure.amount), returnedOn },
      });
    });
  }

  /** Under the lock of its order, which comes first everywhere. */
  private async lock(tx: Transaction, failureId: string) {
    const order = await this.orders.lockOne(tx, (await this.failures.find(tx, failureId)).orderId);
    const failure: TransferFailure = await this.failures.find(tx, failureId);
    return { order, failure };
  }

  private async isTold(tx: Transaction, orderId: string): Promise<boolean> {
    const failures = await this.failures.ofOrders(tx, [orderId]);
    return failures.some(({ state }) => UNSOLVED.includes(state));
  }
}
