import { firstDayOf } from '../../kernel/fiscal-year.js';
import { addDays, dayOfWeek, type LocalDate } from '../../kernel/local-date.js';
import { DEMO_YEAR } from '../demo-year.js';

/** The days on which the sample stands: somebody looks `today`, begins what is decided by then, and the year `closes`. */
export interface OpeningDays {
  readonly today: LocalDate;
  readonly decisionBy: LocalDate;
  readonly closes: LocalDate;
}

/** How many days before somebody first looks the first model projects are decided: their programme decides then. */
export const MODEL_DECIDED_DAYS_AGO = 110;

const SATURDAY = 6;

/** So many days before `today` (after it, below zero), or the working day before that; never before the year of the demonstration begins. */
export function daysBefore(today: LocalDate, days: number): LocalDate {
  const day = addDays(today, -days);
  const weekday = dayOfWeek(day);
  const worked = weekday === SATURDAY ? addDays(day, -1) : weekday === 0 ? addDays(day, -2) : day;
  const first = firstDayOf(DEMO_YEAR);
  return worked < first ? first : worked;
}

/** Work that was done so many days before somebody first looks. */
export interface PastWork {
  readonly daysAgo: number;
  readonly work: (origin: string, day: LocalDate) => Promise<unknown>;
}
