import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { tidy } from '../domain/claim.js';
import { doubtsPayeeOnly } from '../domain/treasury-check.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';
import { AcceptPaymentOrders } from './accept-payment-orders.use-case.js';
import { entryFor } from './payment-order-subject.js';

export interface AcceptDoubtedPayeeCommand {
  readonly orderId: string;
  /** Why it is paid to this name all the same; stands in the order's history. */
  readonly acceptance: string;
}

const LONGEST_ACCEPTANCE = 500;

/**
 * Without 委任状 the former chair's name is paid only by a recorded acceptance: the check has found the payee to differ, and
 * the 会計管理者, who is another person, says why it is paid. Fault at `acceptance`; throws `payments.check-not-passed` where
 * anything else is doubted.
 */
@Injectable()
export class AcceptDoubtedPayee {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: PaymentOrderStore,
    private readonly accepting: AcceptPaymentOrders,
  ) {}

  execute(actor: Actor, { orderId, acceptance: typed }: AcceptDoubtedPayeeCommand): Promise<void> {
    requireDuty(actor, 'treasury-decide');
    const acceptance = tidy(typed);
    refuseWhenFaulty(
      acceptance === '' || acceptance.length > LONGEST_ACCEPTANCE
        ? [{ pointer: 'acceptance', code: 'payments.acceptance-missing', params: { most: LONGEST_ACCEPTANCE } }]
        : [],
    );
    return this.unitOfWork.run(actor, async (tx) => {
      const order = await this.orders.lockOne(tx, orderId);
      const check = (await this.orders.history(tx, [orderId])).findLast(({ act }) => act === 'checked');
      if (order.checkPassed !== false || !doubtsPayeeOnly(check?.findings ?? [])) {
        throw new DomainError('payments.check-not-passed', 'conflict', { organization: order.organizationName });
      }
      await this.accepting.take(tx, order, acceptance);
      tx.audit(entryFor('payment-order.payee-accepted', order));
    });
  }
}
