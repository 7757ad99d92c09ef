import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import { addDays, localDate } from '../../kernel/local-date.js';
import {
  addBankDays,
  bankDayOnOrAfter,
  cutOffFor,
  earliestPaymentDate,
  isBankBusinessDay,
  lastPaymentDayOf,
} from './index.js';

const anyDay = fc.integer({ min: 0, max: 365 * 20 }).map((days) => addDays(localDate('2026-01-01'), days));

describe('the bank calendar', () => {
  it.each([
    ['2026-05-29', true, 'a Friday'],
    ['2026-05-30', false, 'a Saturday'],
    ['2026-05-31', false, 'a Sunday'],
    ['2026-05-06', false, '振替休日 of 憲法記念日'],
    ['2026-09-22', false, '国民の休日 between two holidays'],
    ['2026-12-30', true, 'the last working day of the banks'],
    ['2026-12-31', false, 'year end, though a Thursday'],
    ['2027-01-01', false, '元日'],
    ['2028-01-03', false, 'still year end, though a Monday'],
    ['2027-01-04', true, 'the first working day of the banks'],
  ])('%s: open %s (%s)', (day, open) => {
    expect(isBankBusinessDay(localDate(day))).toBe(open);
  });

  it('steps over holidays in both directions', () => {
    expect(bankDayOnOrAfter(localDate('2026-12-31'))).toBe('2027-01-04');
    expect(addBankDays(localDate('2026-05-01'), 1)).toBe('2026-05-07');
    expect(cutOffFor(localDate('2026-05-07'), 3)).toBe('2026-04-28');
  });

  it('ends the year 2025 on Friday 29 May, because 31 May 2026 is a Sunday', () => {
    expect(lastPaymentDayOf(fiscalYear(2025))).toBe('2026-05-29');
  });

  it('offers the first payment date whose cut-off has not passed', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 5 }), (today, before) => {
        const paymentDate = earliestPaymentDate(today, before);
        expect(isBankBusinessDay(paymentDate)).toBe(true);
        expect(cutOffFor(paymentDate, before) >= today).toBe(true);
        const previous = addBankDays(paymentDate, -1);
        if (previous >= today) expect(cutOffFor(previous, before) < today).toBe(true);
      }),
    );
  });
});
