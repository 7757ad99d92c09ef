import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { workingOf } from '../../kernel/working.js';
import { sumYen, yen, type Yen } from '../../kernel/yen.js';
import { budgetFigures, type BudgetFigures, type GrantOf } from './budget-figures.js';
import { readBudget, totalOf, type AskedBudget } from './planned-budget.js';
import { NO_TAX_CREDIT, type TypedTaxCredit } from './tax-credit.js';
import { blankLine, type TypedLine } from './typed-line.js';

const asked: AskedBudget = {
  grantLabel: '事業補助金',
  income: [
    { id: 'own', label: '自己資金', deducted: false },
    { id: 'fees', label: '参加費', deducted: true },
  ],
  expenditure: [
    {
      ...{ id: 'rewards', label: '報償費', treatment: 'eligible', article: '別表' },
      limits: [
        { label: '講師謝礼', unit: '人', yen: '30000' },
        { label: '講師弁当', unit: '個', yen: '700' },
      ],
    },
    { id: 'food', label: '食糧費', treatment: 'ineligible', article: '別表', limits: [] },
    { id: 'goods', label: '備品費', treatment: 'consult', article: '', limits: [] },
  ],
  basis: true,
  taxCredit: true,
};

/** Half of the eligible cost after other income, at most 100,000円. */
const half: GrantOf = ({ costs, otherIncome }) => {
  const cost = sumYen(Object.values(costs)) - otherIncome;
  const grant = cost <= 0n ? 0n : cost / 2n > 100_000n ? 100_000n : cost / 2n;
  return workingOf([{ label: '補助金', article: '', formula: '', yen: yen(grant) }]);
};

let count = 0;
const line = (category: string, amount: string, more: Partial<TypedLine> = {}): TypedLine => {
  count += 1;
  return { ...blankLine(`l${String(count)}`, 'expenditure'), category, amount, ...more };
};
const income = (category: string, amount: string): TypedLine => line(category, amount, { side: 'income' });
const figuresOf = (lines: readonly TypedLine[], taxCredit: TypedTaxCredit = NO_TAX_CREDIT): BudgetFigures =>
  budgetFigures(asked, { lines, taxCredit }, half);
const warningsOf = (typed: TypedLine): string[] => figuresOf([typed]).lines.flatMap(({ warnings }) => [...warnings]);

describe('the figures of a budget', () => {
  it('are its totals, eligible cost, grant and own funds', () => {
    const typed = [
      line('rewards', '', { unitPrice: '30,000', quantity: '4', unit: '人' }),
      line('food', '20,000'),
      line('goods', '60,000'),
      line('goods', '10,000', { eligible: 'no' }),
      income('fees', '20,000'),
      income('own', '110,000'),
    ];
    expect(figuresOf(typed, { kind: 'amount', amount: '5,000' })).toMatchObject({
      ...{ expenditure: 210_000n, eligibleCost: 180_000n, otherIncome: 20_000n, taxCredit: 5_000n },
      ...{ costs: { rewards: 120_000n, food: 0n, goods: 60_000n }, income: 210_000n, ownFunds: 110_000n },
      working: { total: 80_000n },
    });
    expect(figuresOf(typed, { kind: 'unknown', amount: '' }).taxCredit).toBe('unknown');
  });

  it('count what cannot be read yet as nothing', () => {
    expect(figuresOf([line('rewards', '十万'), line('', '500'), line('goods', '', { unitPrice: '5' })])).toMatchObject({
      ...{ expenditure: 500n, eligibleCost: 0n, ownFunds: 500n },
    });
  });

  const lines = fc.array(
    fc.record({
      category: fc.constantFrom('rewards', 'food', 'goods', 'own', 'fees'),
      amount: fc.integer({ min: 1, max: 9_999_999 }),
      eligible: fc.constantFrom('', 'yes', 'no'),
    }) as fc.Arbitrary<{ category: string; amount: number; eligible: TypedLine['eligible'] }>,
    { maxLength: 12 },
  );
  const typedOf = (drawn: readonly { category: string; amount: number; eligible: TypedLine['eligible'] }[]) =>
    drawn.map(({ category, amount, eligible }) =>
      ['own', 'fees'].includes(category)
        ? income(category, String(amount))
        : line(category, String(amount), { eligible }),
    );

  it('do not depend on the order of lines', () => {
    fc.assert(
      fc.property(lines, (drawn) => {
        const typed = typedOf(drawn);
        const { lines: _there, ...figures } = figuresOf(typed);
        const { lines: _back, ...reversed } = figuresOf([...typed].reverse());
        expect(reversed).toEqual(figures);
      }),
    );
  });

  it('add up: eligible and other lines are the expenditure; grant, other income and own funds pay for it', () => {
    fc.assert(
      fc.property(lines, (drawn) => {
        const figures = figuresOf(typedOf(drawn));
        const sum = (amounts: readonly Yen[]): Yen => sumYen(amounts);
        const spent = figures.lines.slice(0);
        const eligible = sum(spent.filter((each) => each.eligible).map(({ amount }) => amount));
        expect(figures.eligibleCost).toBe(eligible);
        expect(figures.eligibleCost <= figures.expenditure).toBe(true);
        const paid = figures.working.total + figures.otherIncome + figures.ownFunds;
        expect(paid >= figures.expenditure && figures.ownFunds >= 0n).toBe(true);
        if (figures.ownFunds > 0n) expect(paid).toBe(figures.expenditure);
      }),
    );
  });

  it('are those of the budget that is sent, wherever it can be read', () => {
    fc.assert(
      fc.property(lines, (drawn) => {
        const typed = { lines: typedOf(drawn), taxCredit: { kind: 'none', amount: '' } };
        const figures = budgetFigures(asked, typed, half);
        const { budget } = readBudget(asked, typed, figures.working.total);
        expect([totalOf(budget.income), totalOf(budget.expenditure)]).toEqual([figures.income, figures.expenditure]);
        expect(totalOf(budget.expenditure.filter(({ eligible }) => eligible))).toBe(figures.eligibleCost);
      }),
    );
  });
});

describe('doubtful lines', () => {
  it('are warned of: what needs consultation, and what is claimed against its category', () => {
    expect(warningsOf(line('goods', '500'))).toEqual(['「備品費」は、対象になるかどうかを担当課が確かめる科目です。']);
    expect(warningsOf(line('food', '500', { eligible: 'yes' }))).toEqual([
      '「食糧費」は、対象外とされている科目です（別表）。',
    ]);
    expect(warningsOf(line('goods', '500', { eligible: 'no' }))).toEqual([]);
    expect(warningsOf(line('food', '500'))).toEqual([]);
  });

  it.each([
    ['30,000', '人', '', []],
    ['30,001', '人', '', ['講師謝礼']],
    ['701', '個', '', ['講師弁当']],
    ['701', '', '', ['講師弁当']],
    ['701', '', '講師謝礼（半日）', []],
    ['40,000', '名', '講師謝礼', ['講師謝礼']],
    ['高額', '人', '', []],
  ])('are warned of over the limit of their unit: %s円 × 1%s %s', (unitPrice, unit, remark, labels) => {
    const warnings = warningsOf(line('rewards', '', { unitPrice, unit, remark, quantity: '1' }));
    expect(warnings.map((text) => /「(.+?)」/.exec(text)?.[1])).toEqual(labels);
  });
});
