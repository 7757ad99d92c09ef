import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyRatio, ratio, roundYen } from './ratio.js';
import { yen } from './yen.js';

const THOUSAND_DOWN = { unit: 1000n, mode: 'down' } as const;

describe('ratio', () => {
  it('halves and cuts below 1,000 yen as 千円未満切捨て says', () => {
    expect(applyRatio(yen(255_000), ratio(1, 2), THOUSAND_DOWN)).toBe(127_000n);
    expect(applyRatio(yen(1_999), ratio(1, 2), THOUSAND_DOWN)).toBe(0n);
  });

  it('takes two thirds exactly, rounding once', () => {
    expect(applyRatio(yen(100), ratio(2, 3))).toBe(66n);
    expect(applyRatio(yen(100), ratio(2, 3), { unit: 1n, mode: 'up' })).toBe(67n);
    expect(applyRatio(yen(75), ratio(2, 3), { unit: 100n, mode: 'half-up' })).toBe(100n);
    expect(applyRatio(yen(74), ratio(2, 3), { unit: 100n, mode: 'half-up' })).toBe(0n);
  });

  it('never gives more than was there, and loses less than one unit', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 12n), fc.constantFrom(1n, 10n, 100n, 1000n), (amount, unit) => {
        const rounded = roundYen(yen(amount), { unit, mode: 'down' });
        expect(rounded % unit).toBe(0n);
        expect(amount - rounded).toBeGreaterThanOrEqual(0n);
        expect(amount - rounded).toBeLessThan(unit);
      }),
    );
  });

  it('has no meaning below zero', () => {
    expect(() => applyRatio(yen(-1), ratio(1, 2))).toThrow(RangeError);
    expect(() => ratio(1, 0)).toThrow(RangeError);
  });
});
