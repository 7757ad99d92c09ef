import holidayJp from '@holiday-jp/holiday_jp';
import { closingDayOf, type FiscalYear } from '../../kernel/fiscal-year.js';
import { addDays, dayOfWeek, type LocalDate } from '../../kernel/local-date.js';

const LAST_KNOWN_DAY = '2050-12-31';
const SUNDAY = 0;
const SATURDAY = 6;

/** 12/31–1/3 are bank holidays beside the national ones and Saturdays (銀行法15条1項, 銀行法施行令5条1項). */
const YEAR_END = new Set(['12-31', '01-01', '01-02', '01-03']);

/** Whether Japanese banks move money on this day. RangeError after 2050: the table of national holidays ends there. */
export function isBankBusinessDay(day: LocalDate): boolean {
  if (day > LAST_KNOWN_DAY) throw new RangeError(`no table of national holidays for ${day}`);
  const weekday = dayOfWeek(day);
  if (weekday === SUNDAY || weekday === SATURDAY || YEAR_END.has(day.slice(5))) return false;
  return !Object.hasOwn(holidayJp.holidays, day);
}

function nearestBankDay(day: LocalDate, step: 1 | -1): LocalDate {
  let candidate = day;
  while (!isBankBusinessDay(candidate)) candidate = addDays(candidate, step);
  return candidate;
}

/** The day itself, or the first bank business day after it. */
export const bankDayOnOrAfter = (day: LocalDate): LocalDate => nearestBankDay(day, 1);

/** The day itself, or the last bank business day before it. */
export const bankDayOnOrBefore = (day: LocalDate): LocalDate => nearestBankDay(day, -1);

/** Counts `days` bank business days onward (negative: back) from a day that need not be one itself. */
export function addBankDays(day: LocalDate, days: number): LocalDate {
  const step = days < 0 ? -1 : 1;
  let reached = day;
  for (let left = Math.abs(days); left > 0; left -= 1) reached = nearestBankDay(addDays(reached, step), step);
  return reached;
}

/** The last day on which the bank still takes a file for this payment date. */
export const cutOffFor = (paymentDate: LocalDate, businessDaysBefore: number): LocalDate =>
  addBankDays(paymentDate, -businessDaysBefore);

/** The earliest payment date for a file handed in today; never today itself unless the bank asks no days. */
export function earliestPaymentDate(today: LocalDate, businessDaysBefore: number): LocalDate {
  let paymentDate = bankDayOnOrAfter(today);
  while (cutOffFor(paymentDate, businessDaysBefore) < today) paymentDate = bankDayOnOrAfter(addDays(paymentDate, 1));
  return paymentDate;
}

/** The last bank business day before or on 出納閉鎖 5/31, after which the year's money no longer moves (地方自治法235条の5). */
export const lastPaymentDayOf = (year: FiscalYear): LocalDate => bankDayOnOrBefore(closingDayOf(year));
