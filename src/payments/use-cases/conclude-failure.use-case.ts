import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { tidy } from '../domain/claim.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';
import { TransferFailureStore } from '../store/transfer-failure.store.js';

export interface ConcludeFailureCommand {
  readonly failureId: string;
  /** How the money was booked and how the organisation gets it, e.g. 過年度収入 and 過年度支出 with their numbers. */
  readonly conclusion: string;
}

const LONGEST_CONCLUSION = 500;

/**
 * A failure that was told after the year had closed ends in words: its books stay, the money is revenue of the current year
 * (施行令160条), and is paid from the current year's budget (施行令165条の8). Fault at `conclusion`.
 */
@Injectable()
export class ConcludeFailure {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: PaymentOrderStore,
    private readonly failures: TransferFailureStore,
  ) {}

  execute(actor: Actor, command: ConcludeFailureCommand): Promise<void> {
    requireDuty(actor, 'treasury-decide');
    const conclusion = tidy(command.conclusion);
    refuseWhenFaulty(
      conclusion === '' || conclusion.length > LONGEST_CONCLUSION
        ? [{ pointer: 'conclusion', code: 'payments.conclusion-missing', params: { most: LONGEST_CONCLUSION } }]
        : [],
    );
    return this.unitOfWork.run(actor, async (tx) => {
      const { orderId } = await this.failures.find(tx, command.failureId);
      const order = await this.orders.lockOne(tx, orderId);
      const failure = await this.failures.find(tx, command.failureId);
      if (failure.state === 'concluded' && failure.conclusion === conclusion) return;
      if (failure.state !== 'after-closing') throw new DomainError('payments.failure-solved', 'conflict');
      await this.failures.change(tx, failure, { state: 'concluded', conclusion });
      const { organizationId } = order;
      const subject = { subjectKind: 'payment-order', subjectId: orderId, organizationId };
      tx.audit({ action: 'transfer-failure.concluded', ...subject });
    });
  }
}
