import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import { localDate } from '../../kernel/local-date.js';
import { sumYen, yen } from '../../kernel/yen.js';
import {
  instalmentInWords,
  partsToClaim,
  partsToCome,
  planOf,
  type ClaimedPart,
  type Schedule,
} from './instalments.js';

const YEAR = fiscalYear(2026);
const DAY = localDate('2026-06-01');
const LAST_DAY = localDate('2027-05-31');
const schedule = (unit: number, ...parts: readonly (readonly [number | null, number, number])[]): Schedule => ({
  unit,
  parts: parts.map(([month, top, bottom]) => ({ month, share: [top, bottom] })),
});
const amounts = (parts: readonly { readonly amount: bigint }[]): bigint[] => parts.map(({ amount }) => amount);
const HALVES = schedule(1, [null, 1, 2], [10, 1, 2]);

describe('the parts of a grant', () => {
  test('the first takes what rounding leaves', () => {
    expect(amounts(planOf(yen(100_001), HALVES, YEAR))).toEqual([50_001n, 50_000n]);
    const thirds = schedule(1000, [4, 1, 3], [8, 1, 3], [12, 1, 3]);
    expect(amounts(planOf(yen(100_000), thirds, YEAR))).toEqual([34_000n, 33_000n, 33_000n]);
  });

  test('what is left to the settlement is not planned', () => {
    expect(amounts(planOf(yen(123_456), schedule(1000, [null, 8, 10]), YEAR))).toEqual([98_000n]);
    expect(planOf(yen(123_456), schedule(1), YEAR)).toEqual([]);
  });

  test('January lies at the end of the fiscal year', () => {
    const plan = planOf(yen(300), schedule(1, [null, 1, 3], [4, 1, 3], [1, 1, 3]), YEAR);
    expect(plan.map(({ dueOn }) => dueOn)).toEqual([null, '2026-04-01', '2027-01-01']);
  });

  test('a part that does not come to a unit is none', () => {
    const plan = planOf(yen(900), schedule(1000, [null, 1, 2], [10, 1, 2]), YEAR);
    expect(plan).toEqual([{ instalment: 1, dueOn: null, amount: 900n }]);
  });

  test('an amendment is made up for by the next part, and by one more when there is none', () => {
    const first = [{ instalment: 1, amount: yen(50_000) }];
    const raised = planOf(yen(120_000), HALVES, YEAR);
    expect(partsToClaim(raised, first, DAY)).toEqual([]);
    expect(partsToCome(raised, first)).toEqual([{ instalment: 2, amount: 70_000n, dueOn: '2026-10-01' }]);
    const both = [...first, { instalment: 2, amount: yen(50_000) }];
    expect(partsToClaim(raised, both, DAY)).toEqual([{ instalment: 3, amount: 20_000n }]);
    const lowered = planOf(yen(60_000), HALVES, YEAR);
    expect(partsToCome(lowered, first)).toEqual([{ instalment: 2, amount: 10_000n, dueOn: '2026-10-01' }]);
    expect(partsToCome(planOf(yen(40_000), HALVES, YEAR), first)).toEqual([]);
  });

  test('a part that an amendment had left empty does not swallow what a later one gives', () => {
    const quarters = schedule(1, [4, 1, 4], [5, 1, 4], [6, 1, 4], [7, 1, 4]);
    const claimed = [
      { instalment: 1, amount: yen(6) },
      { instalment: 4, amount: yen(1) },
    ];
    const made = partsToClaim(planOf(yen(12), quarters, YEAR), claimed, localDate('2026-07-01'));
    expect(sumYen([...claimed, ...made].map(({ amount }) => amount))).toBe(12n);
  });

  test('a claim that was withdrawn is made anew under its number', () => {
    const second = [{ instalment: 2, amount: yen(50_000) }];
    expect(partsToClaim(planOf(yen(100_000), HALVES, YEAR), second, DAY)).toEqual([{ instalment: 1, amount: 50_000n }]);
  });

  test('counts in words only where there is more than one', () => {
    expect([instalmentInWords(1, 1), instalmentInWords(2, 4), instalmentInWords(3, 2)]).toEqual([
      '',
      '第2回（全4回）',
      '第3回（全3回）',
    ]);
  });

  const someSchedule = fc
    .record({
      unit: fc.constantFrom(1, 10, 100, 1000, 10_000),
      weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
      rest: fc.constantFrom(0, 0, 3),
    })
    .map(({ unit, weights, rest }) => {
      const whole = weights.reduce((sum, each) => sum + each, rest);
      return schedule(unit, ...weights.map((each, index) => [4 + index, each, whole] as const));
    });
  const someAmount = fc.integer({ min: 1, max: 9_999_999 }).map((amount) => yen(amount));

  test('whole parts sum to the amount, and no plan to more', () => {
    fc.assert(
      fc.property(someAmount, someSchedule, (amount, plan) => {
        const total = sumYen(planOf(amount, plan, YEAR).map((part) => part.amount));
        const [, bottom = 1] = plan.parts[0]?.share ?? [];
        const whole = plan.parts.reduce((sum, { share }) => sum + share[0], 0) === bottom;
        expect(total <= amount).toBe(true);
        if (whole) expect(total).toBe(amount);
      }),
    );
  });

  test('through any amendments on any days, claims never exceed what was in force when they were made, and end at it', () => {
    const months = fc.array(fc.record({ amount: someAmount, month: fc.integer({ min: 4, max: 12 }) }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(someSchedule, months, someAmount, (plan, changes, final) => {
        const claimed: ClaimedPart[] = [];
        const claimOn = (amount: typeof final, day: ReturnType<typeof localDate>): void => {
          const parts = planOf(amount, plan, YEAR);
          const before = sumYen(claimed.map((part) => part.amount));
          claimed.push(...partsToClaim(parts, claimed, day));
          const after = sumYen(claimed.map((part) => part.amount));
          const most = sumYen(parts.map((part) => part.amount));
          expect(after <= (most > before ? most : before)).toBe(true);
          expect(new Set(claimed.map(({ instalment }) => instalment)).size).toBe(claimed.length);
        };
        for (const { amount, month } of changes.toSorted((a, b) => a.month - b.month))
          claimOn(amount, localDate(`2026-${String(month).padStart(2, '0')}-01`));
        claimOn(final, LAST_DAY);
        const most = sumYen(planOf(final, plan, YEAR).map((part) => part.amount));
        expect(sumYen(claimed.map((part) => part.amount)) >= most).toBe(true);
        expect(partsToCome(planOf(final, plan, YEAR), claimed)).toEqual([]);
      }),
    );
  });
});
