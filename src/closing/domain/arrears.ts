import { type Fault } from '../../kernel/domain-error.js';
import { lastDayOf, type FiscalYear } from '../../kernel/fiscal-year.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import { formatYen, yen, type Yen } from '../../kernel/yen.js';

export const LONGEST_BASIS = 300;

/** 過年度支出 (施行令165条の8), 繰越明許費 (地方自治法213条), 事故繰越 (同220条3項ただし書). */
export const LATER_GROUNDS = ['past-year', 'carried-by-council', 'carried-by-accident'] as const;
export type LaterGround = (typeof LATER_GROUNDS)[number];

export const LATER_GROUND_LABELS: Readonly<Record<LaterGround, string>> = {
  'past-year': '過年度支出（地方自治法施行令第165条の8）',
  'carried-by-council': '繰越明許費（議会の議決による繰越し）',
  'carried-by-accident': '事故繰越し',
};

/**
 * What was ordered for the organisation (without transfers that came back), and what a later year paid, less what it paid back.
 * Never below nothing.
 */
export function heldOf({ ordered, later, back }: Readonly<Record<'ordered' | 'later' | 'back', Yen>>): Yen {
  const held = ordered + later - back;
  return held > 0n ? yen(held) : yen(0n);
}

/**
 * What a grant of a closed year still gives and its year can no longer pay: the amount in force beyond what the organisation
 * holds of it. Never below nothing.
 */
export function arrearsOf(inForce: Yen, held: Yen): Yen {
  const rest = inForce - held;
  return rest > 0n ? yen(rest) : yen(0n);
}

export interface TypedPastYearPayment {
  readonly amount: Yen;
  readonly paidOn: LocalDate;
  /** null while nothing is chosen. */
  readonly ground: LaterGround | null;
  /** Budget line and 伝票番号 of the year that paid, as finance has them. */
  readonly basis: string;
}

/** Faults at `ground`, `amount`, `paidOn`, `basis`. */
export function pastYearPaymentFaults(
  { amount, paidOn, ground, basis }: TypedPastYearPayment,
  arrears: Yen,
  year: FiscalYear,
  today: LocalDate,
): Fault[] {
  const faults: Fault[] = [];
  if (ground === null) faults.push({ pointer: 'ground', code: 'closing.past-year-ground-missing' });
  if (amount <= 0n) faults.push({ pointer: 'amount', code: 'closing.past-year-amount-missing' });
  else if (amount > arrears)
    faults.push({ pointer: 'amount', code: 'closing.past-year-over', params: { most: formatYen(arrears) } });
  if (paidOn > today) faults.push({ pointer: 'paidOn', code: 'closing.past-year-in-future' });
  else if (paidOn <= lastDayOf(year))
    faults.push({
      ...{ pointer: 'paidOn', code: 'closing.past-year-within-year' },
      params: { last: formatEra(lastDayOf(year)) },
    });
  if (basis === '' || basis.length > LONGEST_BASIS)
    faults.push({ pointer: 'basis', code: 'closing.past-year-basis-missing', params: { most: LONGEST_BASIS } });
  return faults;
}
