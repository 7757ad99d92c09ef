import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { ORDER_MACHINE, type OrderAct, type PaymentOrder } from '../domain/payment-order.js';
import { refuseSameHands } from '../domain/separation.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';
import { eachOrder, type OrderOutcome } from './order-outcome.js';
import { OrderingHands } from './ordering-hands.js';
import { Payees } from './payees.js';
import { entryFor } from './payment-order-subject.js';

/** The 会計管理者 decides to pay (地方自治法232条の4第2項): only what another person checked and found in order. */
@Injectable()
export class AcceptPaymentOrders {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: PaymentOrderStore,
    private readonly hands: OrderingHands,
    private readonly payees: Payees,
  ) {}

  execute(actor: Actor, command: { readonly orderIds: readonly string[] }): Promise<OrderOutcome[]> {
    requireDuty(actor, 'treasury-decide');
    refuseWhenFaulty(command.orderIds.length === 0 ? [{ pointer: 'orderIds', code: 'payments.no-order-chosen' }] : []);
    return eachOrder(command.orderIds, (orderId) => this.unitOfWork.run(actor, (tx) => this.accept(tx, orderId)));
  }

  private async accept(tx: Transaction, orderId: string): Promise<void> {
    const order = await this.orders.lockOne(tx, orderId);
    if (order.state === 'checked' && order.checkPassed !== true) {
      throw new DomainError('payments.check-not-passed', 'conflict', { organization: order.organizationName });
    }
    await this.take(tx, order);
  }

  /** The caller holds the order's lock and has read its check; `reason` says why a doubt of it does not stand in the way. */
  async take(tx: Transaction, order: PaymentOrder, reason?: string): Promise<void> {
    const staffId = await this.hands.refuse(tx, [order], 'treasury-decide');
    const state = nextState(ORDER_MACHINE, 'payments.order-state', order.state, 'accept');
    await this.refuseOwnActs(tx, order, staffId);
    await this.payees.refuseHeld(tx, order);
    await this.orders.act(tx, order, 'accepted', { state }, reason === undefined ? {} : { reason });
    tx.audit(entryFor('payment-order.accepted', order));
  }

  private async refuseOwnActs(tx: Transaction, order: PaymentOrder, staffId: string): Promise<void> {
    const history = await this.orders.history(tx, [order.id]);
    const by = (act: OrderAct) => history.filter((entry) => entry.act === act).map((entry) => entry.staffId);
    const earlier = { check: by('checked'), 'tell-failure': by('failed') };
    refuseSameHands('accept', staffId, earlier, { organization: order.organizationName });
  }
}
