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
  readonly payments: readonly PublicPayment[];
  /** What came back of it, receipt by receipt. */
  readonly returns: readonly { readonly on: LocalDate; readonly amount: Yen }[];
}

export interface PublicPayment {
  readonly on: LocalDate;
  readonly amount: Yen;
  /** early: before the amount was determined. settling: what was left after it. later-year: from a later year's budget. */
  readonly kind: 'early' | 'settling' | 'later-year';
}

interface Placed {
  /** Of what happened on one day: the bank moves money in the morning, and what it moves follows from a decision before. */
  readonly place: number;
  readonly step: PublicStep;
}

const PLACES: Readonly<Record<PublicPayment['kind'], number>> = { early: 1, settling: 3, 'later-year': 3 };

/** Where the grant stands, what is in force, and its public days; a refused change leaves no trace. */
export function wayOf({
  decidedOn,
  amount,
  later,
  payments,
  returns,
}: WayOfGrant): Pick<PublicGrant, 'state' | 'amountInForce' | 'determinedAmount' | 'steps'> {
  const revoked = later.some(({ kind }) => kind === 'revoked');
  const inForce = later.flatMap(({ kind, amount: put }) => (kind === 'revoked' ? ZERO_YEN : (put ?? [])));
  const steps: Placed[] = [
    { place: 0, step: { on: decidedOn, kind: 'decided', amount } },
    ...later.map(({ on, kind, amount: put }) => ({
      ...{ place: 2, step: { on, kind, amount: kind === 'revoked' ? null : put } },
    })),
    ...payments.map(({ on, amount: paid, kind }): Placed => ({
      ...{ place: PLACES[kind], step: { on, kind: kind === 'later-year' ? 'paid-later' : 'paid', amount: paid } },
    })),
    ...returns.map(({ on, amount: back }): Placed => ({ place: 4, step: { on, kind: 'returned', amount: back } })),
  ];
  return {
    state: revoked ? 'revoked' : (later.at(-1)?.kind ?? 'decided'),
    amountInForce: inForce.at(-1) ?? amount,
    determinedAmount: later.findLast(({ kind }) => kind === 'determined')?.amount ?? null,
    steps: steps.toSorted((a, b) => a.step.on.localeCompare(b.step.on) || a.place - b.place).map(({ step }) => step),
  };
}
