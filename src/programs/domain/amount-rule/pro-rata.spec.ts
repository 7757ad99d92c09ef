import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sumYen, yen, type Yen } from '../../../kernel/yen.js';
import { ROUNDING_UNITS } from './amount-rule.js';
import { allocateProRata, type GrantRequest } from './pro-rata.js';

const requests = fc
  .array(fc.nat(3_000_000), { minLength: 1, maxLength: 30 })
  .map((amounts) => amounts.map((amount, index): GrantRequest => ({ id: `a${String(index)}`, amount: yen(amount) })));
const available = fc.nat(20_000_000).map((amount) => yen(amount));
const total = (shares: readonly { readonly amount: Yen }[]): Yen => sumYen(shares.map(({ amount }) => amount));

describe('按分', () => {
  it('gives everyone no more than asked for, and all together exactly what is available', () => {
    fc.assert(
      fc.property(requests, available, fc.constantFrom(...ROUNDING_UNITS), (asked, budget, unit) => {
        const { shares, rest } = allocateProRata(asked, budget, unit);
        expect(total(shares) + rest).toBe(budget);
        for (const [index, { id, amount }] of shares.entries()) {
          expect(id).toBe(asked[index]?.id);
          expect(amount >= 0n && amount <= (asked[index]?.amount ?? 0n)).toBe(true);
          if (total(asked) > budget) expect(amount % BigInt(unit)).toBe(0n);
        }
        if (total(asked) > budget) expect(rest).toBeLessThan(unit === 1 ? 1 : BigInt(unit * asked.length));
      }),
    );
  });

  it('does not depend on the order in which the applications came', () => {
    fc.assert(
      fc.property(requests, available, fc.constantFrom(...ROUNDING_UNITS), (asked, budget, unit) => {
        const byId = (given: readonly GrantRequest[]) => new Map(given.map(({ id, amount }) => [id, amount]));
        const there = allocateProRata(asked.toReversed(), budget, unit);
        expect(byId(there.shares)).toEqual(byId(allocateProRata(asked, budget, unit).shares));
      }),
    );
  });

  it('gives who asks for more no less, and the odd yen to the largest fraction', () => {
    const asked = [
      { id: 'a', amount: yen(100) },
      { id: 'b', amount: yen(100) },
      { id: 'c', amount: yen(101) },
    ];
    expect(allocateProRata(asked, yen(200)).shares.map(({ amount }) => amount)).toEqual([67n, 66n, 67n]);
    fc.assert(
      fc.property(requests, available, (drawn, budget) => {
        const { shares } = allocateProRata(drawn, budget);
        const sorted = shares
          .map(({ amount }, index) => ({ amount, asked: drawn[index]?.amount ?? 0n }))
          .sort((one, other) => Number(one.asked - other.asked));
        for (const [index, { amount, asked: most }] of sorted.entries()) {
          const next = sorted[index + 1];
          if (next && next.asked > most) expect(next.amount).toBeGreaterThanOrEqual(amount);
        }
      }),
    );
  });

  it('refuses amounts below zero and an application that comes twice', () => {
    expect(() => allocateProRata([{ id: 'a', amount: yen(-1) }], yen(1))).toThrow(RangeError);
    expect(() => allocateProRata([], yen(-1))).toThrow(RangeError);
    const twice = [
      { id: 'a', amount: yen(1) },
      { id: 'a', amount: yen(1) },
    ];
    expect(() => allocateProRata(twice, yen(1))).toThrow(RangeError);
  });
});
