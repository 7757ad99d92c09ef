import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { workingOf } from '../../kernel/working.js';
import { sumYen, yen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import { accountFigures, CARRY_OVER, type AskedAccount, type PlannedLine } from './account.js';
import { determinedFor, netCost, settlementOf, type ActualCosts, type DeterminationGround } from './determination.js';

const ground: DeterminationGround = {
  ...{ decision: yen(300_000), flat: false, withinCost: true, deductsOtherIncome: true, deductsTaxCredit: false },
  ...{ taxCredit: ZERO_YEN, decisionArticle: '第7条', article: '第11条' },
};
/** Two thirds of what is left of the costs, cut to whole thousands: the sample rule of 事業補助金. */
const twoThirds = ({ costs, otherIncome }: ActualCosts) => {
  const cost = sumYen(Object.values(costs));
  const net = cost > otherIncome ? cost - otherIncome : 0n;
  const amount = yen(((net * 2n) / 3n / 1000n) * 1000n);
  return workingOf([{ label: '補助金', article: '第5条', formula: '3分の2', yen: amount }]);
};
const spent = (amount: number, otherIncome = 0): ActualCosts => ({
  costs: { supplies: yen(amount) },
  otherIncome: yen(otherIncome),
});

describe('額の確定', () => {
  it('gives what the rule gives for what was spent', () => {
    // (360,000 − 30,000) × 2/3 = 220,000
    expect(determinedFor(ground, spent(360_000, 30_000), twoThirds).total).toBe(220_000n);
  });

  it('never goes above the decision, and says so in a line of its own', () => {
    const { total, lines } = determinedFor(ground, spent(600_000), twoThirds);
    expect(total).toBe(300_000n);
    expect(lines.map(({ label, formula, yen: amount }) => [label, formula, amount])).toEqual([
      ['補助金', '3分の2', 400_000n],
      ['交付決定額', '交付決定額 300,000円まで', -100_000n],
    ]);
  });

  it('keeps a flat grant whole unless the programme holds it to the costs', () => {
    const flat = { ...ground, flat: true };
    expect(determinedFor(flat, spent(250_000), twoThirds).total).toBe(250_000n);
    expect(determinedFor({ ...flat, withinCost: false }, spent(250_000), twoThirds).total).toBe(300_000n);
    expect(determinedFor(flat, spent(900_000), twoThirds).total).toBe(300_000n);
  });

  it('leads to the rest, to nothing, or back', () => {
    expect(settlementOf(yen(300_000), yen(200_000))).toEqual({ rest: 100_000n, over: 0n });
    expect(settlementOf(yen(200_000), yen(200_000))).toEqual({ rest: 0n, over: 0n });
    expect(settlementOf(yen(150_000), yen(200_000))).toEqual({ rest: 0n, over: 50_000n });
  });

  const amounts = fc.bigInt({ min: 0n, max: 50_000_000n }).map((amount) => amount as Yen);

  it('is for every account at most the decision and, held to the costs, at most these; its lines sum to it', () => {
    fc.assert(
      fc.property(
        ...[amounts, amounts, amounts, amounts, fc.boolean(), fc.boolean(), fc.bigInt({ min: 0n, max: 40n })],
        (decision, cost, otherIncome, base, flat, withinCost, extra) => {
          const of = { ...ground, decision, flat, withinCost };
          const actual = { costs: { supplies: cost }, otherIncome };
          const evaluate = () => workingOf([{ label: '', article: '', formula: '', yen: (base * extra) as Yen }]);
          const { total, lines } = determinedFor(of, actual, evaluate);
          expect(total <= decision).toBe(true);
          expect(total >= 0n).toBe(true);
          if (withinCost) expect(total <= netCost(of, actual) && total <= cost).toBe(true);
          expect(sumYen(lines.map((line) => line.yen))).toBe(total);
          const { rest, over } = settlementOf(total, base);
          expect(base + rest - over).toBe(total);
          expect(rest === 0n || over === 0n).toBe(true);
        },
      ),
    );
  });
});

describe('the account behind it', () => {
  const asked: AskedAccount = {
    grantLabel: '事業補助金',
    income: [
      { id: 'own', label: '自己資金', deducted: false },
      { id: 'fees', label: '参加費', deducted: true },
    ],
    expenditure: [
      { id: 'supplies', label: '消耗品費', treatment: 'eligible' },
      { id: 'food', label: '食糧費', treatment: 'ineligible' },
    ],
    carryOver: { label: '次年度繰越' },
  };
  const planned = (id: string, category: string, amount: number, eligible: boolean): PlannedLine => ({
    ...{ id, category, eligible, label: category, remark: '', amount: yen(amount) },
    side: category === 'own' || category === 'fees' ? 'income' : 'expenditure',
  });
  const plan = [
    planned('l1', 'own', 150_000, false),
    planned('l2', 'supplies', 400_000, true),
    planned('l3', 'food', 50_000, false),
  ];
  const typed = (id: string, category: string, amount: string) => ({
    ...{ id, category, amount, remark: '' },
    side: (category === 'own' || category === 'fees' ? 'income' : 'expenditure') as 'income' | 'expenditure',
  });
  const figures = (lines: Parameters<typeof accountFigures>[2], disallowed?: ReadonlyMap<string, Yen>) =>
    accountFigures(
      ...([asked, plan, lines, ground.decision] as const),
      (actual) => determinedFor(ground, actual, twoThirds),
      disallowed,
    );

  it('compares line by line, counts only what is eligible, and works the grant out', () => {
    const result = figures([
      typed('l1', 'own', '１５０，０００円'),
      typed('l2', 'supplies', '360,000'),
      typed('l3', 'food', '30000'),
      typed('n1', 'supplies', '12,000'),
      typed(CARRY_OVER, CARRY_OVER, '1,000'),
    ]);
    expect(result.lines.find(({ id }) => id === 'l2')).toEqual({
      ...{ id: 'l2', planned: 400_000n, amount: 360_000n, difference: -40_000n },
    });
    expect(result.eligibleCost).toBe(372_000n);
    expect(result.working.total).toBe(248_000n);
    expect([result.income, result.expenditure]).toEqual([398_000n, 403_000n]);
    expect([result.plannedIncome, result.plannedExpenditure]).toEqual([450_000n, 450_000n]);
  });

  it('takes off what the inspection does not accept, and never more than the line', () => {
    const lines = [typed('l2', 'supplies', '360,000')];
    expect(figures(lines, new Map([['l2', yen(60_000)]])).working.total).toBe(200_000n);
    expect(figures(lines, new Map([['l2', yen(999_999)]])).working.total).toBe(0n);
  });
});
