import { refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import type { Machine } from '../../kernel/machine.js';
import { tidy } from './claim.js';
import type { PayeeSnapshot } from './payee.js';

export type DelegationState = 'proposed' | 'confirmed' | 'refused' | 'withdrawn';
export type DelegationAction = 'confirm' | 'refuse' | 'withdraw';

export const DELEGATION_MACHINE = {
  proposed: { confirm: 'confirmed', refuse: 'refused', withdraw: 'withdrawn' },
  confirmed: { withdraw: 'withdrawn' },
  refused: {},
  withdrawn: {},
} as const satisfies Machine<DelegationState, DelegationAction>;

/** The account of the one who receives, as it stands on the 委任状. */
export type DelegateAccount = Omit<PayeeSnapshot, 'bankAccountId' | 'transferKana' | 'delegate'>;

/** 受領の委任: for one claim the money goes to another than the organisation, by its 委任状. */
export interface Delegation {
  readonly id: string;
  readonly claimId: string;
  readonly organizationId: string;
  readonly delegateName: string;
  /** Why another receives, e.g. that the account still bears the former chair's name. */
  readonly reason: string;
  readonly account: DelegateAccount;
  readonly file: { readonly sha256: string; readonly name: string; readonly mediaType: string };
  readonly state: DelegationState;
  /** Confirmed by staff against the 委任状. */
  readonly transferKana: string | null;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
  readonly refusal: string | null;
  readonly version: number;
}

const LONGEST_NAME = 60;
const LONGEST_REASON = 300;

/** Faults at `delegateName`, `reason`. */
export function readDelegation(typed: { readonly delegateName: string; readonly reason: string }): {
  delegateName: string;
  reason: string;
} {
  const said = { delegateName: tidy(typed.delegateName), reason: tidy(typed.reason) };
  const faults: Fault[] = [];
  if (said.delegateName === '') faults.push({ pointer: 'delegateName', code: 'payments.delegate-missing' });
  if (said.delegateName.length > LONGEST_NAME) {
    faults.push({ pointer: 'delegateName', code: 'payments.reason-too-long', params: { most: LONGEST_NAME } });
  }
  if (said.reason === '') faults.push({ pointer: 'reason', code: 'payments.delegation-reason-missing' });
  if (said.reason.length > LONGEST_REASON) {
    faults.push({ pointer: 'reason', code: 'payments.reason-too-long', params: { most: LONGEST_REASON } });
  }
  refuseWhenFaulty(faults);
  return said;
}

/** Whom an order pays by this delegation; only a confirmed one has a transfer kana. */
export const payeeByDelegation = ({ id, account, transferKana, delegateName }: Delegation): PayeeSnapshot => ({
  ...account,
  bankAccountId: id,
  transferKana: transferKana ?? '',
  delegate: delegateName,
});
