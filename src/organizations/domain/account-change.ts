import type { Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { Machine } from '../../kernel/machine.js';
import type { BankAccount } from './bank-account.js';
import { Faults } from './typed-text.js';

export type AccountChangeState = 'open' | 'confirmed' | 'refused' | 'withdrawn';
export type AccountChangeAction = 'confirm' | 'refuse' | 'withdraw';

export const accountChangeMachine = {
  open: { confirm: 'confirmed', refuse: 'refused', withdraw: 'withdrawn' },
  confirmed: {},
  refused: {},
  withdrawn: {},
} as const satisfies Machine<AccountChangeState, AccountChangeAction>;

export interface AccountConfirmation {
  readonly staffId: string;
  readonly staffName: string;
  readonly transferKana: string;
  /** As in `BankAccount`. */
  readonly unlikeReason: string | null;
  readonly confirmedAt: Date;
}

export interface AccountChange {
  readonly id: string;
  readonly state: AccountChangeState;
  readonly proposed: BankAccount;
  readonly replaced: BankAccount;
  readonly reason: string;
  readonly requestedBy: { readonly kind: 'officer' | 'staff'; readonly partyId: string; readonly name: string };
  readonly requestedAt: Date;
  readonly confirmations: readonly AccountConfirmation[];
  readonly closedReason: string | null;
  readonly closedAt: Date | null;
}

/** Who asks for a change: an officer of the organisation or staff on its behalf, never the programme itself. */
export function requesterOf(actor: Actor): AccountChange['requestedBy'] {
  if (actor.kind === 'officer') return { kind: 'officer', partyId: actor.officerId, name: actor.name };
  if (actor.kind === 'staff') return { kind: 'staff', partyId: actor.staffId, name: actor.name };
  throw DomainError.forbidden();
}

/** Why the account changes, or why the change is refused; throws at `reason`. */
export function readChangeReason(typed: string): string {
  const faults = new Faults();
  const reason = faults.text('reason', typed, 300, {
    missing: 'organizations.change-reason-missing',
    tooLong: 'organizations.change-reason-too-long',
  });
  refuseWhenFaulty(faults.list);
  return reason;
}

export const CONFIRMATIONS_NEEDED = 2;

/**
 * Two different people at the town hall look at the passbook before money goes to a new account, and neither is
 * the one who asked for it. The second must confirm the very transfer kana that the first did.
 */
export function refuseUnfitConfirmation(change: AccountChange, staffId: string, transferKana: string): void {
  if (change.requestedBy.kind === 'staff' && change.requestedBy.partyId === staffId) {
    throw new DomainError('organizations.change-own-request', 'conflict');
  }
  if (change.confirmations.some((confirmation) => confirmation.staffId === staffId)) {
    throw new DomainError('organizations.change-confirmed-already', 'conflict');
  }
  if (isConfirmed(change)) throw new DomainError('organizations.change-confirmed-twice', 'conflict');
  const first = change.confirmations[0];
  if (first && first.transferKana !== transferKana) {
    throw DomainError.invalid([
      { pointer: 'transferKana', code: 'organizations.change-kana-differs', params: { first: first.transferKana } },
    ]);
  }
}

/** Both have looked: what is left is the decision, where the town decides it by a draft. */
export const isConfirmed = ({ confirmations }: Pick<AccountChange, 'confirmations'>): boolean =>
  confirmations.length >= CONFIRMATIONS_NEEDED;

export const isLastConfirmation = (change: AccountChange): boolean =>
  change.confirmations.length + 1 >= CONFIRMATIONS_NEEDED;

/** Only who asked for the change may take it back; staff who did not ask refuse it instead. */
export function refuseForeignWithdrawal(change: AccountChange, actor: Actor): void {
  const partyId = actor.kind === 'officer' ? actor.officerId : actor.kind === 'staff' ? actor.staffId : null;
  const sameOrganization = actor.kind === 'officer' && change.requestedBy.kind === 'officer';
  if (partyId !== change.requestedBy.partyId && !sameOrganization) throw DomainError.forbidden();
}
