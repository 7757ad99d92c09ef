import type { Yen } from './yen.js';

/** An exact fraction, so that two thirds of an amount is two thirds and not 0.6667. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** How a result is brought to whole units: 千円未満切捨て is `{ unit: 1000n, mode: 'down' }`. */
export interface Rounding {
  readonly unit: bigint;
  readonly mode: 'down' | 'up' | 'half-up';
}

export const TO_THE_YEN: Rounding = { unit: 1n, mode: 'down' };

/** `denominator` must be positive, `numerator` not negative; RangeError otherwise. */
export function ratio(numerator: bigint | number, denominator: bigint | number): Ratio {
  const fraction = { numerator: BigInt(numerator), denominator: BigInt(denominator) };
  if (fraction.denominator <= 0n || fraction.numerator < 0n) throw new RangeError('not a ratio');
  return fraction;
}

/** Multiplies a non-negative amount by an exact fraction and rounds once, in the stated way. */
export function applyRatio(amount: Yen, by: Ratio, rounding: Rounding = TO_THE_YEN): Yen {
  if (amount < 0n) throw new RangeError('rounding is defined for amounts of zero or more');
  const numerator = amount * by.numerator;
  const divisor = by.denominator * rounding.unit;
  const quotient = numerator / divisor;
  const rest = numerator % divisor;
  const up = rounding.mode === 'up' ? rest > 0n : rounding.mode === 'half-up' && rest * 2n >= divisor;
  return ((quotient + (up ? 1n : 0n)) * rounding.unit) as Yen;
}

export const roundYen = (amount: Yen, rounding: Rounding): Yen =>
  applyRatio(amount, { numerator: 1n, denominator: 1n }, rounding);

/** A whole number as a fraction, where exact amounts are added before they are rounded. */
export const wholeRatio = (whole: bigint | number): Ratio => ratio(whole, 1);

export const multiplyRatios = (a: Ratio, b: Ratio): Ratio =>
  ratio(a.numerator * b.numerator, a.denominator * b.denominator);

export const addRatios = (a: Ratio, b: Ratio): Ratio =>
  ratio(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

/** Below zero where the first is the lesser one, zero where both are the same amount. */
export function compareRatios(a: Ratio, b: Ratio): number {
  const [first, second] = [a.numerator * b.denominator, b.numerator * a.denominator];
  return first < second ? -1 : first > second ? 1 : 0;
}

export const lesserRatio = (a: Ratio, b: Ratio): Ratio =>
  a.numerator * b.denominator <= b.numerator * a.denominator ? a : b;

/** Brings an exact amount to whole units, once. */
export const toYen = (exact: Ratio, rounding: Rounding = TO_THE_YEN): Yen => applyRatio(1n as Yen, exact, rounding);
