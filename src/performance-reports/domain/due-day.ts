import { fiscalYear as yearOf, firstDayOf, type FiscalYear } from '../../kernel/fiscal-year.js';
import { addDays, localDate, type LocalDate } from '../../kernel/local-date.js';

/** Until when a programme asks for the report. */
export interface DueRule {
  readonly days: number;
  readonly latest: { readonly month: number; readonly day: number } | null;
  readonly discontinuedDays: number;
}

/** The day of the report: so many days after the end (the first does not count, 民法140条), or the fixed day where it is earlier. */
export function dueDay({ days, latest }: DueRule, completesOn: LocalDate, year: FiscalYear): LocalDate {
  const counted = addDays(completesOn, days);
  const fixed = latest && dayAfterYear(latest, year);
  return fixed !== null && fixed < counted ? fixed : counted;
}

/** After 中止 or 廃止 nothing is waited for: its own days, and no day of April. */
export const dueAfterDiscontinuation = ({ discontinuedDays }: DueRule, on: LocalDate): LocalDate =>
  addDays(on, discontinuedDays);

/** 4月20日 after 令和8年度 is that of 令和9年; a 29 February that the year has not is its 28th. */
function dayAfterYear({ month, day }: NonNullable<DueRule['latest']>, year: FiscalYear): LocalDate {
  const first = firstDayOf(yearOf(year + 1));
  const calendar = Number(first.slice(0, 4)) + (month < 4 ? 1 : 0);
  const written = (of: number): string =>
    `${String(calendar)}-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`;
  try {
    return localDate(written(day));
  } catch (error) {
    if (error instanceof RangeError) return localDate(written(28));
    throw error;
  }
}
