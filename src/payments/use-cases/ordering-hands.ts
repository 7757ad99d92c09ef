import { Injectable } from '@nestjs/common';
import { requireDuty, type Duty } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Drafts, type Draft } from '../../approvals/index.js';
import { GRANT_DECISION } from '../../grants/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { PaymentOrder } from '../domain/payment-order.js';
import { PAYMENT_ORDER } from './payment-order-subject.js';

/** 命令機関 and 出納機関 are different people for each case (地方自治法232条の4), also when someone has changed posts since. */
@Injectable()
export class OrderingHands {
  constructor(private readonly drafts: Drafts) {}

  /** Throws forbidden unless the actor holds one of the treasury duties and had no part in deciding the grant or ordering its payment. */
  async refuse(tx: Transaction, order: PaymentOrder, ...duties: readonly Duty[]): Promise<string> {
    const { actor } = tx;
    if (actor.kind !== 'staff') throw DomainError.forbidden();
    requireDuty(actor, ...duties);
    const drafts = [
      ...(await this.drafts.ofSubject(tx, GRANT_DECISION, order.grantId)),
      ...(await this.drafts.ofSubject(tx, PAYMENT_ORDER, order.id)),
    ];
    if (drafts.some((draft) => orderingStaffOf(draft).has(actor.staffId))) {
      throw new DomainError('payments.acted-on-ordering-side', 'conflict', { organization: order.organizationName });
    }
    return actor.staffId;
  }
}

/** Everyone who drafted or approved; a treasury post that was merely consulted (事前合議) has not ordered anything. */
function orderingStaffOf(draft: Draft): Set<string> {
  const consulted = new Set(draft.steps.filter(({ side }) => side === 'treasury').map(({ postId }) => postId));
  return new Set(draft.acts.filter(({ postId }) => !consulted.has(postId)).map(({ staffId }) => staffId));
}
