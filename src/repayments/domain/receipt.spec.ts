import { describe, expect, it } from '@jest/globals';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import { localDate } from '../../kernel/local-date.js';
import { yen, ZERO_YEN } from '../../kernel/yen.js';
import { entriesOf } from './receipt.js';

const SHARES = { principal: yen(100_000), addition: yen(5_000), 'late-charge': yen(300) };
const inWords = (entries: ReturnType<typeof entriesOf>): string[] =>
  entries.map(({ part, amount, booking, fiscalYear: year }) => `${part} ${String(amount)} ${booking} ${String(year)}`);

describe('where money that comes back is booked', () => {
  it('until 5/31 to its line, with its 延滞金 in the same year, the 加算金 and 過誤納金 in the year of its day', () => {
    const booked = {
      receivedOn: localDate('2027-04-20'),
      lineYear: fiscalYear(2026),
      enteredOn: localDate('2027-06-10'),
      closed: [],
      principalBooking: 'returned-to-line' as const,
      principalYear: null,
    };
    expect(inWords(entriesOf({ shares: SHARES, excess: yen(700) }, booked))).toEqual([
      'principal 100000 returned-to-line 2026',
      'addition 5000 revenue 2027',
      'late-charge 300 revenue 2026',
      'excess 700 revenue 2027',
    ]);
  });

  it('later all of it is revenue of the year in which it came', () => {
    const booked = {
      receivedOn: localDate('2027-06-10'),
      lineYear: fiscalYear(2026),
      enteredOn: localDate('2027-06-10'),
      closed: [],
      principalBooking: 'revenue' as const,
      principalYear: null,
    };
    expect(inWords(entriesOf({ shares: SHARES, excess: ZERO_YEN }, booked))).toEqual([
      'principal 100000 revenue 2027',
      'addition 5000 revenue 2027',
      'late-charge 300 revenue 2027',
    ]);
  });

  it('延滞金 that comes alone follows the money before it while that year takes money', () => {
    const alone = { ...SHARES, principal: ZERO_YEN, addition: ZERO_YEN };
    const booked = (day: string) => ({
      receivedOn: localDate(day),
      lineYear: fiscalYear(2026),
      enteredOn: localDate('2027-06-10'),
      closed: [],
      principalBooking: 'returned-to-line' as const,
      principalYear: fiscalYear(2026),
    });
    expect(inWords(entriesOf({ shares: alone, excess: ZERO_YEN }, booked('2027-05-31')))).toEqual([
      'late-charge 300 revenue 2026',
    ]);
    expect(inWords(entriesOf({ shares: alone, excess: ZERO_YEN }, booked('2027-06-01')))).toEqual([
      'late-charge 300 revenue 2027',
    ]);
  });

  it('what is entered when the books of its year are closed is revenue of the year that is open, whatever its day', () => {
    const late = (day: string) => ({
      receivedOn: localDate(day),
      enteredOn: localDate('2027-06-10'),
      lineYear: fiscalYear(2026),
      closed: [fiscalYear(2026)],
      principalBooking: 'returned-to-line' as const,
      principalYear: null,
    });
    for (const day of ['2027-05-28', '2027-03-20'])
      expect([day, inWords(entriesOf({ shares: SHARES, excess: ZERO_YEN }, late(day)))]).toEqual([
        day,
        ['principal 100000 revenue 2027', 'addition 5000 revenue 2027', 'late-charge 300 revenue 2027'],
      ]);
  });
});
