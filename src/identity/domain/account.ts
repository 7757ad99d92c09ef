import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';

/** Who stands behind an account: the kind names the stage that knows the person, the id the person there. */
export interface PartyReference {
  readonly partyKind: PartyKind;
  readonly partyId: string;
}

export const PARTY_KINDS = ['staff', 'officer'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** One account belongs to one person in one function of one town. */
export interface Account extends PartyReference {
  readonly id: string;
  readonly signInName: string;
  readonly displayName: string;
  readonly state: 'active' | 'disabled';
}

/** The account of the person who acts; refuses residents and the programme itself. */
export function ownAccountId(actor: Actor): string {
  if (actor.kind === 'staff' || actor.kind === 'officer') return actor.accountId;
  throw DomainError.forbidden();
}
