import { DomainError } from './domain-error.js';

/** Whole Japanese yen. Never fractional, never a floating-point number. */
export type Yen = bigint & { readonly __yen: unique symbol };

export const ZERO_YEN = 0n as Yen;

/** Accepts a bigint, a safe integer or a string of digits as PostgreSQL returns it; anything else throws RangeError. */
export function yen(value: bigint | number | string): Yen {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new RangeError(`not a whole number of yen: ${String(value)}`);
  }
  if (typeof value === 'string' && !/^-?\d+$/.test(value)) {
    throw new RangeError(`not a whole number of yen: ${value}`);
  }
  return BigInt(value) as Yen;
}

export function sumYen(amounts: Iterable<Yen>): Yen {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total as Yen;
}

export const subtractYen = (a: Yen, b: Yen): Yen => (a - b) as Yen;
export const timesYen = (a: Yen, count: bigint | number): Yen => (a * BigInt(count)) as Yen;
export const maxYen = (a: Yen, b: Yen): Yen => (a > b ? a : b);

/** `1,234,567` (no unit): thousands separated by commas as public documents do (公用文作成の考え方). */
export function groupDigits(amount: bigint | number): string {
  return String(amount).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** `1,234,567円`; an amount below zero as public documents write it, `△500円`. */
export const formatYen = (amount: Yen): string =>
  `${amount < 0n ? '△' : ''}${groupDigits(amount < 0n ? -amount : amount)}円`;

/** The largest amount accepted anywhere: ten digits, the width of the bank record's amount field. */
export const MAX_YEN = yen(9_999_999_999n);

/**
 * Reads what a person typed as an amount: full-width digits, commas, a yen sign and 円 are understood.
 * Returns null for blank input; throws DomainError `yen.not-a-number`, `yen.with-fraction`, `yen.negative`
 * or `yen.too-large` otherwise.
 */
export function parseYen(typed: string): Yen | null {
  const text = typed.normalize('NFKC').replace(/[\s,円¥\\]/g, '');
  if (text === '') return null;
  if (/^-?\d+\.\d+$/.test(text)) throw new DomainError('yen.with-fraction', 'invalid', { typed });
  if (!/^-?\d{1,15}$/.test(text)) throw new DomainError('yen.not-a-number', 'invalid', { typed });
  const amount = BigInt(text) as Yen;
  if (amount < 0n) throw new DomainError('yen.negative', 'invalid', { typed });
  if (amount > MAX_YEN) throw new DomainError('yen.too-large', 'invalid', { typed });
  return amount;
}
