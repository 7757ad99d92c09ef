import { fiscalYear, fiscalYearOf } from '../kernel/fiscal-year.js';
import { dayInJapan } from '../kernel/local-date.js';

/** 令和8年度: the year of the demonstration's budgets and programmes. */
export const DEMO_YEAR = fiscalYear(2026);

/** Late enough that both towns have some of their year behind them. */
const DAY_TO_LOOK = '2026-11-24';

/**
 * The day on which a demonstration's clock starts: none while today lies in its year, otherwise a day of that year,
 * because outside it no budget can be reserved and no application is accepted.
 */
export const clockOfDemo = (now: Date): string | undefined =>
  fiscalYearOf(dayInJapan(now)) === DEMO_YEAR ? undefined : DAY_TO_LOOK;
