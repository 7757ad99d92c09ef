import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { OrganizationDirectory, type Payee } from '../../organizations/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { payeeByDelegation, type Delegation } from '../domain/delegation.js';
import { payeeHold, snapshotOf, type PayeeSnapshot } from '../domain/payee.js';
import type { PaymentOrder } from '../domain/payment-order.js';
import { DelegationStore } from '../store/delegation.store.js';

/** For whose claim somebody is paid. */
interface Claimant {
  readonly claimId: string;
  readonly organizationId: string;
  readonly organizationName: string;
}

/**
 * Asks under lock whom an organisation is to be paid to; until the transaction ends nobody can change the account. The
 * payee of a claim with a 委任状 is the one whom it names: it changes only while no order stands for the claim.
 */
@Injectable()
export class Payees {
  constructor(
    private readonly organizations: OrganizationDirectory,
    private readonly delegations: DelegationStore,
  ) {}

  /** The account to freeze in a new order. Throws `payments.hold-*` while it must wait. */
  async freeze(tx: Transaction, { claimId, organizationId, organizationName }: Claimant): Promise<PayeeSnapshot> {
    const delegation = (await this.delegations.liveOf(tx, [claimId])).get(claimId);
    if (delegation?.state === 'proposed') throw holdError('payments.hold-delegation-unchecked', organizationName);
    if (delegation) return snapshotOf(payeeByDelegation(delegation));
    const payee = await this.organizations.payeeForUpdate(tx, organizationId);
    if (payee.hold !== null) throw holdError(`payments.hold-${payee.hold}`, organizationName);
    return snapshotOf(payee);
  }

  /** Why each order must wait; those that need not are left out. Nobody changes an account until the transaction ends. */
  async holdsOf(tx: Transaction, orders: readonly PaymentOrder[]): Promise<ReadonlyMap<string, string>> {
    const delegations = await this.delegationsOf(tx, orders);
    const own = orders.filter((order) => !isDelegated(order));
    return holdsBy(orders, delegations, await this.organizations.payeesForUpdate(tx, organizationsOf(own)));
  }

  /** The same as things stand now, without a lock: what a page warns of before somebody tries. */
  async holdsNow(tx: Transaction, orders: readonly PaymentOrder[]): Promise<ReadonlyMap<string, string>> {
    const delegations = await this.delegationsOf(tx, orders);
    return holdsBy(orders, delegations, await this.organizations.payees(tx, organizationsOf(orders)));
  }

  /** Throws `payments.hold-*` when the account is held, or is no longer the one that was ordered. */
  async refuseHeld(tx: Transaction, order: PaymentOrder): Promise<void> {
    const hold = (await this.holdsOf(tx, [order])).get(order.id);
    if (hold !== undefined) throw holdError(hold, order.organizationName);
  }

  private delegationsOf(tx: Transaction, orders: readonly PaymentOrder[]): Promise<ReadonlyMap<string, Delegation>> {
    return this.delegations.liveOf(
      tx,
      orders.filter(isDelegated).map(({ claimId }) => claimId),
    );
  }
}

const isDelegated = ({ payee }: PaymentOrder): boolean => payee.delegate !== undefined;

const delegationHold = ({ payee }: PaymentOrder, delegation: Delegation | undefined): string | null =>
  delegation?.state === 'confirmed' && delegation.id === payee.bankAccountId ? null : 'payments.hold-account-changed';

export const holdError = (code: string, organization: string): DomainError =>
  new DomainError(code, 'conflict', { organization });

const organizationsOf = (orders: readonly PaymentOrder[]): string[] => [
  ...new Set(orders.map(({ organizationId }) => organizationId)),
];

function holdsBy(
  orders: readonly PaymentOrder[],
  delegations: ReadonlyMap<string, Delegation>,
  payees: ReadonlyMap<string, Payee>,
): ReadonlyMap<string, string> {
  return new Map(
    orders.flatMap((order) => {
      const payee = payees.get(order.organizationId);
      const own = payee ? payeeHold(order.payee, payee) : 'payments.hold-no-account';
      const hold = isDelegated(order) ? delegationHold(order, delegations.get(order.claimId)) : own;
      return hold === null ? [] : [[order.id, hold] as const];
    }),
  );
}
