import { localDate, type LocalDate } from './local-date.js';

/** 年度, named by the Western year in which it starts: 2026 runs 2026-04-01 … 2027-03-31 (地方自治法208条). */
export type FiscalYear = number & { readonly __fiscalYear: unique symbol };

export function fiscalYear(year: number): FiscalYear {
  if (!Number.isInteger(year) || year < 2019 || year > 2200) throw new RangeError(`not a fiscal year: ${String(year)}`);
  return year as FiscalYear;
}

export function fiscalYearOf(day: LocalDate): FiscalYear {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return fiscalYear(month >= 4 ? year : year - 1);
}

export const firstDayOf = (year: FiscalYear): LocalDate => localDate(`${year}-04-01`);
export const lastDayOf = (year: FiscalYear): LocalDate => localDate(`${year + 1}-03-31`);

/** 出納閉鎖, the last day on which the year's money moves (地方自治法235条の5). */
export const closingDayOf = (year: FiscalYear): LocalDate => localDate(`${year + 1}-05-31`);

/** The number within the era that documents use: 8 for 令和8年度. */
export const eraNumberOf = (year: FiscalYear): number => year - 2018;

/** `令和8年度`; 2019 is 令和元年度. */
export const formatFiscalYear = (year: FiscalYear): string =>
  `令和${eraNumberOf(year) === 1 ? '元' : String(eraNumberOf(year))}年度`;
