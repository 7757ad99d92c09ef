import type { LocalDate } from '../../kernel/local-date.js';
import { ZERO_YEN, type Yen } from '../../kernel/yen.js';
import type { PublicGrant, PublicStep } from './public-grant.js';

/** A decision that came after the first one, and whose letter is out. */
export interface LaterDecision {
  readonly kind: 'changed' | 'discontinued' | 'partly-revoked' | 'revoked' | 'determined';
  readonly on: LocalDate;
  /** What it puts into force; null where it settles later. */
  readonly amount: Yen | null;
}

export interface WayOfGrant {
  readonly decidedOn: LocalDate;
  readonly amount: Yen;
  /** In the order in which they were decided. */
  readonly later: readonly LaterDecision[];
  readonly payments: readonly { readonly on: LocalDate; readonly amount: Yen; readonly later: boolean }[];
}

/** Where the grant stands, what is in force, and its public days; a refused change leaves no trace. */
export function wayOf({
  decidedOn,
  amount,
  later,
  payments,
}: WayOfGrant): Pick<PublicGrant, 'state' | 'amountInForce' | 'determinedAmount' | 'steps'> {
  const revoked = later.some(({ kind }) => kind === 'revoked');
  const inForce = later.flatMap(({ kind, amount: put }) => (kind === 'revoked' ? ZERO_YEN : (put ?? [])));
  const steps: PublicStep[] = [
    { on: decidedOn, kind: 'decided', amount },
    ...later.map(({ on, kind, amount: put }) => ({ on, kind, amount: kind === 'revoked' ? null : put })),
    ...payments.map(({ on, amount: paid, later: fromLater }) => ({
      ...{ on, kind: fromLater ? ('paid-later' as const) : ('paid' as const), amount: paid },
    })),
  ];
  return {
    state: revoked ? 'revoked' : (later.at(-1)?.kind ?? 'decided'),
    amountInForce: inForce.at(-1) ?? amount,
    determinedAmount: later.findLast(({ kind }) => kind === 'determined')?.amount ?? null,
    steps: steps.toSorted((a, b) => a.on.localeCompare(b.on)),
  };
}
