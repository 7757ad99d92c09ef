import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { fiscalYear } from '../../kernel/fiscal-year.js';
import { lastDayAfterYears, retentionDayOf } from '../../kernel/keeping-terms.js';
import { localDate } from '../../kernel/local-date.js';
import { yen } from '../../kernel/yen.js';
import { candidatesAmong } from './property.js';
import { shareOfProceeds } from './share-of-proceeds.js';

describe('how long something is kept', () => {
  it('counts five years from the end of the fiscal year, not from the grant', () => {
    expect(retentionDayOf(fiscalYear(2026), { years: 5 })).toBe('2032-03-31');
    expect(retentionDayOf(fiscalYear(2026), { years: 1 })).toBe('2028-03-31');
  });

  it.each([
    ['2026-10-01', 5, '2031-09-30'],
    ['2026-04-01', 1, '2027-03-31'],
    ['2028-02-29', 5, '2033-02-28'],
    ['2028-02-29', 4, '2032-02-28'],
  ])('from %s, %i years end on %s', (from, years, until) => {
    expect(lastDayAfterYears(localDate(from), years)).toBe(until);
  });
});

describe('the town’s share of what a sale brings', () => {
  const funding = { price: yen(90_000), grant: yen(200_000), cost: yen(300_000) };

  it('is the part that the grant paid, cut down to the yen', () => {
    // 50,000 × 2/3 = 33,333.3…
    const { total, lines } = shareOfProceeds(yen(50_000), funding, '第16条');
    expect(total).toBe(33_333n);
    expect(lines[0]?.formula).toBe('収入の見込み50,000円 × 200,000円 ÷ 300,000円（円未満切捨て）');
  });

  it('ends where the grant’s part of the price ends', () => {
    // 120,000 × 2/3 = 80,000, but of 90,000 the grant paid 60,000
    const { total, lines } = shareOfProceeds(yen(120_000), funding, '');
    expect(total).toBe(60_000n);
    expect(lines[0]?.formula).toContain('を限度');
  });

  it('is nothing without proceeds', () => {
    expect(shareOfProceeds(yen(0), funding, '')).toEqual({ lines: [], total: 0n });
  });

  it('is never more than the proceeds, the price or the exact part of either', () => {
    const money = fc.bigInt(1n, 5_000_000n).map((amount) => yen(amount));
    fc.assert(
      fc.property(money, money, money, money, (proceeds, price, grant, cost) => {
        const { total } = shareOfProceeds(proceeds, { price, grant, cost }, '');
        const base = proceeds < price ? proceeds : price;
        expect(total <= base).toBe(true);
        if (grant < cost) {
          expect(total * cost <= base * grant).toBe(true);
          expect((total + 1n) * cost > base * grant).toBe(true);
        } else expect(total).toBe(base);
      }),
    );
  });
});

it('proposes what is dear enough or bought as 備品, once', () => {
  const receipt = { line: 'a', paidOn: localDate('2026-10-01'), purpose: 'テント' };
  const lines = [
    { id: 'a', label: '消耗品費' },
    { id: 'b', label: '備品購入費' },
  ];
  const receipts = [
    { ...receipt, id: 'receipt-1', amount: '30000' },
    { ...receipt, id: 'receipt-2', amount: '29999' },
    { ...receipt, id: 'receipt-3', amount: '5000', line: 'b' },
    { ...receipt, id: 'receipt-4', amount: '90000' },
  ];
  const proposed = candidatesAmong(receipts, lines, 30_000, new Set(['receipt-4']));
  expect(proposed.map(({ source }) => source)).toEqual(['receipt-1', 'receipt-3']);
});
