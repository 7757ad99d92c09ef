import { describe, expect, it } from '@jest/globals';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import { localDate } from '../../kernel/local-date.js';
import { budgetYearOfPayment, refundBooking } from './budget-year.js';

describe('the year to which money belongs', () => {
  it('is that of the commitment for an advance, and that of the performance for a settlement', () => {
    const payment = { committedOn: localDate('2027-03-31'), performedIn: fiscalYear(2027) };
    expect(budgetYearOfPayment({ ...payment, settles: false })).toBe(2026);
    expect(budgetYearOfPayment({ ...payment, settles: true })).toBe(2027);
  });

  it('is the old one for money that comes back until 5/31, by the day of the bank slip', () => {
    expect(refundBooking(localDate('2027-05-31'), fiscalYear(2026))).toBe('returned-to-line');
    expect(refundBooking(localDate('2027-06-01'), fiscalYear(2026))).toBe('revenue');
  });
});
