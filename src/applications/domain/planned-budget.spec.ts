import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { yen, type Yen } from '../../kernel/yen.js';
import {
  readBudget,
  restoreBudget,
  storeBudget,
  totalOf,
  type Categories,
  type Side,
  type TypedLine,
} from './planned-budget.js';

const categories: Categories = {
  grantLabel: '運営交付金',
  income: [{ id: 'dues', label: '会費' }],
  expenditure: [
    { id: 'meetings', label: '会議費' },
    { id: 'office', label: '事務費' },
  ],
};
const GRANT = yen(630_000);

let count = 0;
const line = (side: Side, category: string, amount: string, remark = ''): TypedLine => {
  count += 1;
  return { id: `l${String(count)}`, side, category, amount, remark };
};
const codes = (typed: readonly TypedLine[], grant: Yen = GRANT): string[] =>
  readBudget(categories, typed, grant).faults.map(({ pointer, code }) => `${pointer} ${code}`);

describe('a 収支予算書', () => {
  it('has the grant as its first income line, to the yen, and balances', () => {
    const typed = [line('income', 'dues', '20,000'), line('expenditure', 'meetings', '６５０，０００円', '会場費')];
    const { budget, faults } = readBudget(categories, typed, GRANT);
    expect(faults).toEqual([]);
    expect(budget.income[0]).toMatchObject({ id: 'grant', label: '運営交付金', amount: 630_000n });
    expect(totalOf(budget.income)).toBe(650_000n);
    expect(totalOf(budget.expenditure)).toBe(650_000n);
    expect(restoreBudget(storeBudget(budget))).toEqual(budget);
  });

  it('names the difference and on which side it is missing', () => {
    const [tooMuch] = readBudget(categories, [line('expenditure', 'office', '700000')], GRANT).faults;
    expect(tooMuch).toMatchObject({
      pointer: 'budget',
      code: 'applications.income-short',
      params: { difference: 70_000n },
    });
    const [tooLittle] = readBudget(categories, [line('expenditure', 'office', '600000')], GRANT).faults;
    expect(tooLittle).toMatchObject({ code: 'applications.expenditure-short', params: { difference: 30_000n } });
  });

  it('finds each fault at its cell, and does not sum up what it cannot read', () => {
    const broken = line('expenditure', 'unknown', '十万', 'あ'.repeat(101));
    expect(codes([broken, line('expenditure', 'office', '0')])).toEqual([
      `budget.${broken.id}.category applications.line-without-category`,
      `budget.${broken.id}.remark applications.remark-too-long`,
      `budget.${broken.id}.amount yen.not-a-number`,
      `budget.l${String(count)}.amount applications.line-without-amount`,
    ]);
  });

  it('takes no category of the other side, leaves blank lines out and needs an expenditure', () => {
    expect(codes([line('income', 'meetings', '1000')])[0]).toContain('line-without-category');
    expect(codes([line('expenditure', '', ' ', '')])).toEqual(['budget applications.no-expenditure']);
  });

  it('balances exactly when the sums are equal, whatever the amounts', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 99_999_999 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(amounts, amounts, fc.integer({ min: 0, max: 9_999_999 }), (incomes, expenditures, grant) => {
        const typed = [
          ...incomes.map((amount) => line('income', 'dues', String(amount))),
          ...expenditures.map((amount) => line('expenditure', 'office', String(amount))),
        ];
        const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
        expect(codes(typed, yen(grant)).length === 0).toBe(sum(incomes) + grant === sum(expenditures));
      }),
    );
  });
});
