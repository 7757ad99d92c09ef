import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { OrganizationDirectory } from '../../organizations/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { payeeHold, snapshotOf, type PayeeSnapshot } from '../domain/payee.js';
import type { PaymentOrder } from '../domain/payment-order.js';

/** Asks under lock whom an organisation is to be paid to; until the transaction ends nobody can change the account. */
@Injectable()
export class Payees {
  constructor(private readonly organizations: OrganizationDirectory) {}

  /** The account to freeze in a new order. Throws `payments.hold-*` while the organisation's account must wait. */
  async freeze(tx: Transaction, organization: { readonly id: string; readonly name: string }): Promise<PayeeSnapshot> {
    const payee = await this.organizations.payeeForUpdate(tx, organization.id);
    if (payee.hold !== null) throw holdError(`payments.hold-${payee.hold}`, organization.name);
    return snapshotOf(payee);
  }

  /** Why the order must wait, in the order of the organisations' ids so that locks are never taken crosswise. */
  async holdsOf(tx: Transaction, orders: readonly PaymentOrder[]): Promise<Map<string, string>> {
    const holds = new Map<string, string>();
    for (const order of byOrganization(orders)) {
      const hold = payeeHold(order.payee, await this.organizations.payeeForUpdate(tx, order.organizationId));
      if (hold !== null) holds.set(order.id, hold);
    }
    return holds;
  }

  /** The same as things stand now, without a lock: what a page warns of before somebody tries. */
  async holdsNow(tx: Transaction, orders: readonly PaymentOrder[]): Promise<ReadonlyMap<string, string>> {
    const payees = await this.organizations.payees(
      tx,
      orders.map(({ organizationId }) => organizationId),
    );
    return new Map(
      orders.flatMap((order) => {
        const payee = payees.get(order.organizationId);
        const hold = payee ? payeeHold(order.payee, payee) : 'payments.hold-no-account';
        return hold === null ? [] : [[order.id, hold] as const];
      }),
    );
  }

  /** Throws `payments.hold-*` when the account is held, or is no longer the one that was ordered. */
  async refuseHeld(tx: Transaction, order: PaymentOrder): Promise<void> {
    const hold = (await this.holdsOf(tx, [order])).get(order.id);
    if (hold !== undefined) throw holdError(hold, order.organizationName);
  }
}

export const holdError = (code: string, organization: string): DomainError =>
  new DomainError(code, 'conflict', { organization });

const byOrganization = (orders: readonly PaymentOrder[]): PaymentOrder[] =>
  [...orders].sort((a, b) => (a.organizationId < b.organizationId ? -1 : a.organizationId > b.organizationId ? 1 : 0));
