import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { yen, type Yen } from '../../kernel/yen.js';
import { exceeds, movedAmounts, needsApproval, type CategoryAmount } from './threshold.js';

const amount = fc.integer({ min: 0, max: 5_000_000 }).map((value) => yen(value));
const percent = fc.integer({ min: 0, max: 100 });
const category = (id: string, value: number): CategoryAmount => ({ id, label: id, yen: yen(value) });

describe('when a change needs approval', () => {
  it.each([
    ['exactly 20％ up is minor', 100_000, 120_000, 20, false],
    ['a yen more is not', 100_000, 120_001, 20, true],
    ['exactly 20％ down is minor', 100_000, 80_000, 20, false],
    ['a yen less is not', 100_000, 79_999, 20, true],
    ['a percent that is no whole yen is not rounded', 33_333, 39_999, 20, false],
    ['a new category is more than any part of nothing', 0, 1, 100, true],
    ['a category that was and stays nothing does not move', 0, 0, 0, false],
    ['with 0％ every yen needs approval', 100_000, 100_001, 0, true],
    ['with 100％ a category may be dropped', 100_000, 0, 100, false],
  ])('%s', (_, before, after, most, over) => {
    expect(exceeds(yen(before), yen(after), most)).toBe(over);
  });

  it('agrees with the plain fraction for any amounts, up as down, and never forgives what a smaller percent refuses', () => {
    fc.assert(
      fc.property(amount, amount, percent, (before, after, most) => {
        const moved = after > before ? after - before : before - after;
        // moved / before > most / 100, told without division
        expect(exceeds(before, after, most)).toBe(moved * 100n > before * BigInt(most));
        expect(exceeds(before, before, most)).toBe(false);
        if (after <= before * 2n)
          expect(exceeds(before, (before * 2n - after) as Yen, most)).toBe(exceeds(before, after, most));
        if (!exceeds(before, after, most)) expect(exceeds(before, after, Math.min(100, most + 1))).toBe(false);
      }),
    );
  });

  it('looks at every category, moved or not, and at the total once', () => {
    const lines = fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c'), yen: amount }), { maxLength: 8 });
    const labelled = (some: readonly { id: string; yen: Yen }[]) => some.map((line) => ({ ...line, label: line.id }));
    fc.assert(
      fc.property(lines, lines, percent, (before, after, most) => {
        const moved = movedAmounts({ totalPercent: null, categoryPercent: most }, labelled(before), labelled(after));
        const [total, ...categories] = moved;
        const sum = (side: 'before' | 'after'): bigint => categories.reduce((all, each) => all + each[side], 0n);
        expect([total?.before, total?.after]).toEqual([sum('before'), sum('after')]);
        expect(total?.over).toBe(false);
        const anyOver = categories.some((each) => exceeds(each.before, each.after, most));
        expect(needsApproval(moved, { increase: false, approvalAsked: false })).toBe(anyOver);
      }),
    );
  });

  it('needs approval for more money and when staff ask for it, however little moves', () => {
    const same = [category('a', 1000)];
    const moved = movedAmounts({ totalPercent: 20, categoryPercent: 20 }, same, same);
    expect(moved.map(({ label, over }) => [label, over])).toEqual([
      ['支出の合計', false],
      ['a', false],
    ]);
    expect(needsApproval(moved, { increase: false, approvalAsked: false })).toBe(false);
    expect(needsApproval(moved, { increase: true, approvalAsked: false })).toBe(true);
    expect(needsApproval(moved, { increase: false, approvalAsked: true })).toBe(true);
  });

  it('does not count a move between categories where only the total matters', () => {
    const rule = { totalPercent: 20, categoryPercent: null };
    const moved = movedAmounts(rule, [category('a', 1000), category('b', 0)], [category('a', 0), category('b', 1000)]);
    expect(needsApproval(moved, { increase: false, approvalAsked: false })).toBe(false);
  });
});
