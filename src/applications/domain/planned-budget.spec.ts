import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { yen, type Yen } from '../../kernel/yen.js';
import { readBudget, totalOf, type AskedBudget, type TypedBudget } from './planned-budget.js';
import { restoreBudget, storeBudget } from './stored-budget.js';
import { NO_TAX_CREDIT, taxCreditInWords } from './tax-credit.js';
import { blankLine, readLine, writeLine, type Side, type TypedLine } from './typed-line.js';

const asked: AskedBudget = {
  grantLabel: '運営交付金',
  income: [{ id: 'dues', label: '会費', deducted: false }],
  expenditure: [
    { id: 'meetings', label: '会議費', treatment: 'eligible', article: '', limits: [] },
    { id: 'office', label: '事務費', treatment: 'eligible', article: '', limits: [] },
  ],
  basis: false,
  taxCredit: false,
};
const GRANT = yen(630_000);

let count = 0;
const line = (side: Side, category: string, amount: string, more: Partial<TypedLine> = {}): TypedLine => {
  count += 1;
  return { ...blankLine(`l${String(count)}`, side), category, amount, ...more };
};
const budgetOf = (...lines: readonly TypedLine[]): TypedBudget => ({ lines, taxCredit: NO_TAX_CREDIT });
const codes = (typed: TypedBudget, grant: Yen = GRANT, form: AskedBudget = asked): string[] =>
  readBudget(form, typed, grant).faults.map(({ pointer, code }) => `${pointer} ${code}`);

describe('a 収支予算書', () => {
  it('has the grant as its first income line, to the yen, and balances', () => {
    const typed = [
      line('income', 'dues', '20,000'),
      line('expenditure', 'meetings', '６５０，０００円', { remark: '会場費' }),
    ];
    const { budget, faults } = readBudget(asked, budgetOf(...typed), GRANT);
    expect(faults).toEqual([]);
    expect(budget.income[0]).toMatchObject({ id: 'grant', label: '運営交付金', amount: 630_000n });
    expect(totalOf(budget.income)).toBe(650_000n);
    expect(totalOf(budget.expenditure)).toBe(650_000n);
    expect(restoreBudget(storeBudget(budget))).toEqual(budget);
  });

  it('says why a cost should count that the programme does not pay for; warnings alone ask for no reason', () => {
    const food = { id: 'food', label: '食糧費', treatment: 'ineligible', article: '', limits: [] } as const;
    const form = { ...asked, expenditure: [...asked.expenditure, food], basis: true };
    const water = (more: Partial<TypedLine>): TypedLine => ({
      ...line('expenditure', 'food', '630000'),
      id: 'w',
      ...more,
    });
    const said = (more: Partial<TypedLine>): string[] => codes(budgetOf(water(more)), GRANT, form);
    expect(said({ eligible: 'yes', reason: ' ' })).toEqual(['budget.w.reason applications.line-reason-missing']);
    expect(said({ eligible: 'yes', reason: '熱中症を防ぐため' })).toEqual([]);
    expect(said({ eligible: 'no' })).toEqual([]);
    expect(said({})).toEqual([]);
  });

  it('names the difference and on which side it is missing', () => {
    const [tooMuch] = readBudget(asked, budgetOf(line('expenditure', 'office', '700000')), GRANT).faults;
    expect(tooMuch).toMatchObject({
      pointer: 'budget',
      code: 'applications.income-short',
      params: { difference: 70_000n },
    });
    const [tooLittle] = readBudget(asked, budgetOf(line('expenditure', 'office', '600000')), GRANT).faults;
    expect(tooLittle).toMatchObject({ code: 'applications.expenditure-short', params: { difference: 30_000n } });
  });

  it('advises 自己資金 where the programme has it, as every other line moves the grant', () => {
    const own = { ...asked, income: [...asked.income, { id: 'own', label: '自己資金（会費）', deducted: false }] };
    const advice = (expenditure: string, funds: string): string[] =>
      codes(budgetOf(line('income', 'own', funds), line('expenditure', 'office', expenditure)), GRANT, own);
    expect(advice('700000', '1000')).toEqual(['budget applications.own-funds-short']);
    expect(advice('700000', '80000')).toEqual(['budget applications.own-funds-over']);
    expect(advice('600000', '1000')).toEqual(['budget applications.expenditure-short']);
  });

  it('finds each fault at its cell, and does not sum up what it cannot read', () => {
    const broken = line('expenditure', 'unknown', '十万', {
      remark: 'あ'.repeat(101),
      unit: 'とても長い単位の名前',
      reason: 'い'.repeat(201),
    });
    expect(codes(budgetOf(broken, line('expenditure', 'office', '0')))).toEqual([
      `budget.${broken.id}.category applications.line-without-category`,
      `budget.${broken.id}.remark applications.remark-too-long`,
      `budget.${broken.id}.reason applications.line-reason-too-long`,
      `budget.${broken.id}.amount yen.not-a-number`,
      `budget.l${String(count)}.amount applications.line-without-amount`,
    ]);
  });

  it('takes no category of the other side, leaves blank lines out and needs an expenditure', () => {
    expect(codes(budgetOf(line('income', 'meetings', '1000')))[0]).toContain('line-without-category');
    expect(codes(budgetOf(line('expenditure', '', ' ')))).toEqual(['budget applications.no-expenditure']);
  });

  it('balances exactly when the sums are equal, whatever the amounts', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 99_999_999 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(amounts, amounts, fc.integer({ min: 0, max: 9_999_999 }), (incomes, expenditures, grant) => {
        const typed = budgetOf(
          ...incomes.map((amount) => line('income', 'dues', String(amount))),
          ...expenditures.map((amount) => line('expenditure', 'office', String(amount))),
        );
        const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
        expect(codes(typed, yen(grant)).length === 0).toBe(sum(incomes) + grant === sum(expenditures));
      }),
    );
  });

  it('keeps what was sent before 積算根拠 existed: all of it was eligible', () => {
    const old = { id: 'l0', category: 'office', label: '事務費', amount: '5', remark: '' };
    const { income, expenditure, taxCredit } = restoreBudget({ income: [old], expenditure: [old] });
    expect([income[0]?.eligible, expenditure[0]?.eligible, taxCredit]).toEqual([null, true, null]);
  });
});

describe('unit price × quantity', () => {
  const priced = (unitPrice: string, quantity: string, amount = ''): TypedLine =>
    line('expenditure', 'office', amount, { unitPrice, quantity, unit: '枚' });
  const read = (typed: TypedLine) => readBudget(asked, budgetOf(typed), GRANT).budget.expenditure[0];
  const faults = (typed: TypedLine): string[] =>
    codes(budgetOf(typed)).map((text) => text.split('.').slice(2).join('.'));

  it('makes the amount where both are written, whatever stands in the amount', () => {
    expect(read(priced('１，２００円', '２５'))).toMatchObject({ amount: 30_000n, basis: '1,200円 × 25枚' });
    expect(read(priced('1200', '25', '7'))?.amount).toBe(30_000n);
    expect(read(priced('999', '1.5'))).toMatchObject({ amount: 1_498n, basis: '999円 × 1.5枚' });
  });

  it('leaves the amount as written where one of them is blank', () => {
    expect(read(priced('1200', '', '5,000'))).toMatchObject({ amount: 5_000n, basis: '' });
    expect(faults(priced('1200', ''))).toEqual(['quantity applications.quantity-missing']);
    expect(faults(priced('', '3'))).toEqual(['unitPrice applications.unit-price-missing']);
  });

  it('says at its cell what cannot be read or is too much', () => {
    expect(faults(priced('千円', '3個'))).toEqual([
      'unitPrice yen.not-a-number',
      'quantity applications.quantity-unreadable',
    ]);
    expect(faults(priced('9999999999', '2'))).toEqual(['unitPrice yen.too-large']);
    expect(faults(priced('1', '0.99'))).toEqual(['unitPrice applications.product-of-nothing']);
  });

  it('never makes a yen out of nothing: at most the exact product, and less than a yen below it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 100, max: 99_999 }), (price, hundredths) => {
        const quantity = `${String(Math.floor(hundredths / 100))}.${String(hundredths % 100).padStart(2, '0')}`;
        const amount = read(priced(String(price), quantity))?.amount ?? 0n;
        const exact = BigInt(price) * BigInt(hundredths);
        expect(amount * 100n <= exact && exact < (amount + 1n) * 100n).toBe(true);
      }),
    );
  });
});

describe('仕入控除税額', () => {
  const taxed = { ...asked, taxCredit: true };
  const faultsOf = (kind: string, amount = ''): string[] =>
    codes({ lines: [line('expenditure', 'office', '630000')], taxCredit: { kind, amount } }, GRANT, taxed);

  it('is none, an amount or unknown, where the programme asks', () => {
    expect(faultsOf('')).toEqual(['budget.tax-credit applications.tax-credit-missing']);
    expect(faultsOf('amount')).toEqual(['budget.tax-credit-amount applications.tax-credit-without-amount']);
    expect(faultsOf('amount', '１２，０００円')).toEqual([]);
    expect(faultsOf('unknown', 'blank')).toEqual([]);
    expect(taxCreditInWords({ kind: 'amount', amount: '12000' })).toBe('12,000円');
  });
});

describe('a line in a draft', () => {
  it('comes back as it was typed, also one from before 積算根拠 existed', () => {
    const texts = fc.record({
      category: fc.string(),
      remark: fc.string(),
      unitPrice: fc.string(),
      quantity: fc.string(),
      unit: fc.string(),
      amount: fc.string(),
      reason: fc.string(),
      eligible: fc.constantFrom('', 'yes', 'no'),
    }) as fc.Arbitrary<Partial<TypedLine>>;
    fc.assert(
      fc.property(texts, (typed) => {
        const whole = { ...blankLine('l1', 'income'), ...typed };
        expect(readLine('l1', writeLine(whole))).toEqual(whole);
      }),
    );
    expect(readLine('l1', '["expenditure","office","500","用紙"]')).toEqual({
      ...blankLine('l1', 'expenditure'),
      ...{ category: 'office', amount: '500', remark: '用紙' },
    });
  });
});
