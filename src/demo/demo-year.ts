import { fiscalYear, fiscalYearOf } from '../kernel/fiscal-year.js';
import { dayInJapan } from '../kernel/local-date.js';

/** 令和8年度: the year of the demonstration's budgets and programmes. */
export const DEMO_YEAR = fiscalYear(2026);

const FIRST_DAY_OF_STORY = '2026-04-13';

/**
 * The day on which a demonstration's clock starts: none while today lies in its year, otherwise a day of that year,
 * because outside it no budget can be reserved and no application is accepted.
 */
export const clockOfDemo = (now: Date): string | undefined =>
  fiscalYearOf(dayInJapan(now)) === DEMO_YEAR ? undefined : FIRST_DAY_OF_STORY;
