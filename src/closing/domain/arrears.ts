import { type Fault } from '../../kernel/domain-error.js';
import { closingDayOf, formatFiscalYear, lastDayOf, type FiscalYear } from '../../kernel/fiscal-year.js';
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

/** ordered: the section asks for it. paid: the treasury confirmed it. returned: it sent it back. withdrawn: by the section. */
export type LaterOrderState = 'ordered' | 'paid' | 'returned' | 'withdrawn';

export interface TypedLaterOrder {
  readonly amount: Yen;
  /** null while nothing is chosen. */
  readonly ground: LaterGround | null;
  /** The decision (決裁) and the budget line of the year that is to pay. */
  readonly basis: string;
}

/** Faults at `ground`, `amount`, `basis`; `open` is what is owed and not asked for yet. */
export function laterOrderFaults({ amount, ground, basis }: TypedLaterOrder, open: Yen): Fault[] {
  const faults: Fault[] = [];
  if (ground === null) faults.push({ pointer: 'ground', code: 'closing.past-year-ground-missing' });
  if (amount <= 0n) faults.push({ pointer: 'amount', code: 'closing.past-year-amount-missing' });
  else if (amount > open)
    faults.push({ pointer: 'amount', code: 'closing.past-year-over', params: { most: formatYen(open) } });
  if (basis === '' || basis.length > LONGEST_BASIS)
    faults.push({ pointer: 'basis', code: 'closing.past-year-basis-missing', params: { most: LONGEST_BASIS } });
  return faults;
}

export interface TypedLaterConfirmation {
  readonly paidOn: LocalDate;
  /** 伝票番号 of the accounting. */
  readonly slipNumber: string;
}

const LONGEST_SLIP = 40;

/**
 * Faults at `paidOn`, `slipNumber`. Until 出納閉鎖 the year's own budget pays, so 過年度支出 lies after it; what was carried over is
 * paid from the first day of the next year on.
 */
export function laterConfirmationFaults(
  { paidOn, slipNumber }: TypedLaterConfirmation,
  { ground, year, today }: { readonly ground: LaterGround; readonly year: FiscalYear; readonly today: LocalDate },
): Fault[] {
  const faults: Fault[] = [];
  const last = ground === 'past-year' ? closingDayOf(year) : lastDayOf(year);
  const params = { year: formatFiscalYear(year), last: formatEra(last) };
  if (paidOn > today) faults.push({ pointer: 'paidOn', code: 'closing.past-year-in-future' });
  else if (paidOn <= last) faults.push({ pointer: 'paidOn', code: 'closing.past-year-within-year', params });
  if (slipNumber === '' || slipNumber.length > LONGEST_SLIP)
    faults.push({ pointer: 'slipNumber', code: 'closing.past-year-slip-missing', params: { most: LONGEST_SLIP } });
  return faults;
}
