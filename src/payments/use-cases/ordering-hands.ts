import { Injectable } from '@nestjs/common';
import { requireDuty, type Duty } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Drafts } from '../../approvals/index.js';
import { GRANT_DECISION } from '../../grants/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { PaymentOrder } from '../domain/payment-order.js';
import { PAYMENT_ORDER } from './payment-order-subject.js';

/** 命令機関 and 出納機関 are different people for each case (地方自治法232条の4), also when someone has changed posts since. */
@Injectable()
export class OrderingHands {
  constructor(private readonly drafts: Drafts) {}

  /**
   * Throws forbidden unless the actor holds one of the treasury duties and had no part in deciding the grant or ordering its
   * payment; for any number of orders in the same two questions. Returns the person's id.
   */
  async refuse(tx: Transaction, orders: readonly PaymentOrder[], ...duties: readonly Duty[]): Promise<string> {
    const { actor } = tx;
    if (actor.kind !== 'staff') throw DomainError.forbidden();
    requireDuty(actor, ...duties);
    const { staffId } = actor;
    const grantIds = orders.map(({ grantId }) => grantId);
    const decided = await this.drafts.actedOn(tx, GRANT_DECISION, grantIds, staffId);
    const orderIds = orders.map(({ id }) => id);
    const ordered = await this.drafts.actedOn(tx, PAYMENT_ORDER, orderIds, staffId);
    const own = orders.find(({ id, grantId }) => decided.has(grantId) || ordered.has(id));
    if (own)
      throw new DomainError('payments.acted-on-ordering-side', 'conflict', { organization: own.organizationName });
    return staffId;
  }
}
