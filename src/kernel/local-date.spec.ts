import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayInJapan, dayOfWeek, formatEra, localDate, parseDay } from './local-date.js';
import { closingDayOf, fiscalYear, fiscalYearOf, formatFiscalYear } from './fiscal-year.js';

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(localDate('1990-01-01'), days));

describe('days', () => {
  it('writes the era, and its first year as 元年', () => {
    expect(formatEra(localDate('2026-04-01'))).toBe('令和8年4月1日');
    expect(formatEra(localDate('2019-05-01'))).toBe('令和元年5月1日');
    expect(formatEra(localDate('2019-04-30'))).toBe('平成31年4月30日');
    expect(formatEra(localDate('1989-01-07'))).toBe('昭和64年1月7日');
  });

  it('reads a day as people type it', () => {
    for (const typed of [
      '2026-04-01',
      '2026/4/1',
      '令和8年4月1日',
      '令和８年４月１日',
      'R8.4.1',
      'r8/4/1',
      ' 2026年4月1日 ',
    ]) {
      expect(parseDay(typed)).toBe('2026-04-01');
    }
    expect(parseDay('令和元年5月1日')).toBe('2019-05-01');
    expect(parseDay('')).toBeNull();
  });

  it('refuses a day that does not exist', () => {
    for (const typed of ['2026-02-29', '令和8年13月1日', '明日', '20260401']) {
      expect(() => parseDay(typed)).toThrow('date.not-a-day');
    }
  });

  it('reads back whatever it writes', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(parseDay(formatEra(day))).toBe(day);
      }),
    );
  });

  it('counts days on the Japanese wall calendar', () => {
    expect(dayInJapan(new Date('2026-03-31T14:59:59Z'))).toBe('2026-03-31');
    expect(dayInJapan(new Date('2026-03-31T15:00:00Z'))).toBe('2026-04-01');
    expect(addDays(localDate('2028-02-28'), 1)).toBe('2028-02-29');
    expect(dayOfWeek(localDate('2026-05-31'))).toBe(0);
  });
});

describe('fiscal year', () => {
  it('turns on the first of April and closes on the 31st of May', () => {
    expect(fiscalYearOf(localDate('2026-03-31'))).toBe(2025);
    expect(fiscalYearOf(localDate('2026-04-01'))).toBe(2026);
    expect(closingDayOf(fiscalYear(2026))).toBe('2027-05-31');
    expect(formatFiscalYear(fiscalYear(2026))).toBe('令和8年度');
    expect(formatFiscalYear(fiscalYear(2019))).toBe('令和元年度');
  });
});
