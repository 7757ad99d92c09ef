import { Injectable } from '@nestjs/common';
import { BudgetLedger } from '../../budgets/index.js';
import { CaseList } from '../../cases/index.js';
import { grantCause, GrantDirectory } from '../../grants/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { tidy } from '../domain/claim.js';
import { ORDER_MACHINE, type PaymentOrder } from '../domain/payment-order.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';
import { TransferFailureStore } from '../store/transfer-failure.store.js';
import { Claims } from './claims.js';
import { OrderingHands } from './ordering-hands.js';
import { entryFor, orderCause } from './payment-order-subject.js';

export interface ReturnPaymentOrderCommand {
  readonly orderId: string;
  /** Read by the ordering side, which drafts a new order or withdraws the claim. */
  readonly reason: string;
}

const MAX_REASON = 500;

/**
 * 返付: the 会計管理者 sends an order back for a reason, until its money is told to leave. The ledger takes the order back by a
 * reversing posting, and what the grant does not give any more; the claim stands as far as the grant
 * still gives it, and a new order can follow. Fault at `reason`.
 */
@Injectable()
export class ReturnPaymentOrder {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: PaymentOrderStore,
    private readonly hands: OrderingHands,
    private readonly ledger: BudgetLedger,
    private readonly cases: CaseList,
    private readonly grants: GrantDirectory,
    private readonly claims: Claims,
    private readonly failures: TransferFailureStore,
  ) {}

  execute(actor: Actor, command: ReturnPaymentOrderCommand): Promise<void> {
    requireDuty(actor, 'treasury-decide');
    const reason = tidy(command.reason);
    refuseWhenFaulty(reasonFaults(reason));
    return this.unitOfWork.run(actor, async (tx) => {
      // The grant first, as whoever withdraws a claim takes them in this order.
      const grant = await this.grants.getForUpdate(tx, (await this.orders.find(tx, command.orderId)).grantId);
      const order = await this.orders.lockOne(tx, command.orderId);
      await this.hands.refuse(tx, [order], 'treasury-decide');
      const state = nextState(ORDER_MACHINE, 'payments.order-state', order.state, 'return');
      await this.endFailure(tx, order);
      await this.ledger.cancelOrder(tx, orderCause(order.id));
      // Of a grant that was lowered after the order, only the order had kept the money committed.
      await this.ledger.lowerCommitment(tx, grantCause(grant.id), grant.amountInForce, orderCause(order.id));
      await this.orders.act(tx, order, 'returned', { state }, { reason });
      await this.cases.move(tx, order.applicationId, { phase: 'claimed', waitingFor: 'promotion' });
      await this.claims.withdrawBeyond(tx, grant, order.claimId);
      const { organizationId, grantId } = order;
      tx.announce({ type: 'PaymentOrderReturned', subjectId: order.id, organizationId, data: { grantId } });
      tx.audit(entryFor('payment-order.returned', order));
    });
  }

  /** Of a payment that failed: only with the money back may another order be made for it. */
  private async endFailure(tx: Transaction, order: PaymentOrder): Promise<void> {
    const failure = await this.failures.openOf(tx, order.id);
    if (!failure) return;
    if (failure.paidOn !== null && failure.returnedOn === null) {
      throw new DomainError('payments.money-not-back', 'conflict', { organization: order.organizationName });
    }
    await this.failures.change(tx, failure, { state: 'order-returned' });
  }
}

function reasonFaults(reason: string): Fault[] {
  if (reason === '') return [{ pointer: 'reason', code: 'payments.return-reason-missing' }];
  return reason.length > MAX_REASON
    ? [{ pointer: 'reason', code: 'payments.reason-too-long', params: { most: MAX_REASON } }]
    : [];
}
