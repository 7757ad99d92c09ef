import { eraNumberOf, type FiscalYear } from '../../kernel/fiscal-year.js';

/** 支出負担行為番号 as documents print it: `R8-0001`, one series for each town and year. */
export const commitmentNumber = (year: FiscalYear, number: number): string =>
  `R${String(eraNumberOf(year))}-${String(number).padStart(4, '0')}`;
