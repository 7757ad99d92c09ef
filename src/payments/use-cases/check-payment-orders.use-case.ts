import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { refuseWhenFaulty } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { tidy } from '../domain/claim.js';
import { ORDER_MACHINE } from '../domain/payment-order.js';
import { findingFaults, passes, type Finding } from '../domain/treasury-check.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';
import { eachOrder, type OrderOutcome } from './order-outcome.js';
import { OrderingHands } from './ordering-hands.js';
import { entryFor } from './payment-order-subject.js';

export interface CheckPaymentOrdersCommand {
  readonly orderIds: readonly string[];
  /** The same answers for every order chosen. */
  readonly findings: readonly Finding[];
}

/**
 * 会計審査: the checker answers each item of the checklist and so prepares the decision of the 会計管理者. It may be done anew
 * until then. Faults at `orderIds`, `findings.*`, `remark`; what one order refuses is its outcome.
 */
@Injectable()
export class CheckPaymentOrders {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: PaymentOrderStore,
    private readonly hands: OrderingHands,
  ) {}

  execute(actor: Actor, command: CheckPaymentOrdersCommand): Promise<OrderOutcome[]> {
    requireDuty(actor, 'treasury-check');
    const findings = command.findings.map((finding) => ({ ...finding, remark: tidy(finding.remark) }));
    refuseWhenFaulty([
      ...(command.orderIds.length === 0 ? [{ pointer: 'orderIds', code: 'payments.no-order-chosen' }] : []),
      ...findingFaults(findings),
    ]);
    return eachOrder(command.orderIds, (orderId) => this.check(actor, orderId, findings));
  }

  private check(actor: Actor, orderId: string, findings: readonly Finding[]): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const order = await this.orders.lockOne(tx, orderId);
      await this.hands.refuse(tx, [order], 'treasury-check');
      const state = nextState(ORDER_MACHINE, 'payments.order-state', order.state, 'check');
      await this.orders.act(tx, order, 'checked', { state, checkPassed: passes(findings) }, { findings });
      tx.audit(entryFor('payment-order.checked', order));
    });
  }
}
