import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { yen } from '../../kernel/yen.js';
import { assessableLines, assessedCosts } from './assessed-costs.js';
import type { AskedBudget, BudgetLine } from './planned-budget.js';
import { storeBudget, type StoredBudget } from './stored-budget.js';

const category = (id: string, treatment: 'eligible' | 'ineligible' | 'consult' = 'eligible') => ({
  ...{ id, label: id, treatment, article: '別表', limits: [] },
});
const asked: AskedBudget = {
  ...{ grantLabel: '事業補助金', basis: true, taxCredit: true },
  income: [{ id: 'fees', label: '参加費', deducted: true }],
  expenditure: [category('rewards'), category('goods', 'consult'), category('food', 'ineligible')],
};

const line = (id: string, kind: string, amount: number, eligible: boolean | null): BudgetLine => ({
  ...{ id, category: kind, label: kind, remark: '', basis: '', reason: '', warnings: [] },
  ...{ amount: yen(amount), eligible },
});
const EXPENDITURE = [
  line('talk', 'rewards', 60_000, true),
  line('balls', 'goods', 48_000, true),
  line('water', 'food', 50_000, true),
  line('party', 'food', 20_000, false),
];
const sent = (expenditure: readonly BudgetLine[]): StoredBudget =>
  storeBudget({
    income: [line('grant', 'grant', 90_000, null), line('paid', 'fees', 10_000, null)],
    expenditure,
    taxCredit: { kind: 'amount', amount: '3000' },
  });

describe('costs as staff judge them', () => {
  it('count what was sent where nobody judged, and what staff say where they did', () => {
    expect(assessedCosts(asked, sent(EXPENDITURE), new Map())).toEqual({
      costs: { rewards: 60_000n, goods: 48_000n, food: 50_000n },
      otherIncome: 10_000n,
      taxCredit: 3_000n,
    });
    const judged = new Map([
      ['balls', false],
      ['party', true],
    ]);
    expect(assessedCosts(asked, sent(EXPENDITURE), judged).costs).toEqual({
      rewards: 60_000n,
      goods: 0n,
      food: 70_000n,
    });
  });

  it('do not depend on the order of the lines', () => {
    const judgements = fc.array(fc.tuple(fc.constantFrom('talk', 'balls', 'water', 'party'), fc.boolean()));
    fc.assert(
      fc.property(fc.shuffledSubarray(EXPENDITURE, { minLength: 4 }), judgements, (shuffled, pairs) => {
        const judged = new Map(pairs);
        expect(assessedCosts(asked, sent(shuffled), judged)).toEqual(assessedCosts(asked, sent(EXPENDITURE), judged));
      }),
    );
  });

  it('can be judged only where some cost may be doubtful', () => {
    const plain = { ...asked, basis: false, expenditure: [category('rewards')] };
    expect(assessableLines(plain, sent(EXPENDITURE))).toEqual([]);
    expect(assessableLines({ ...asked, basis: false }, sent(EXPENDITURE)).map(({ id }) => id)).toEqual([
      ...['talk', 'balls', 'water', 'party'],
    ]);
  });
});
