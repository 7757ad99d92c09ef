import { eraNumberOf, type FiscalYear } from '../../kernel/fiscal-year.js';

/** 起案番号: `R8-起案-0012`, one series for each town and year. */
export const draftNumber = (year: FiscalYear, number: number): string =>
  `R${String(eraNumberOf(year))}-起案-${String(number).padStart(4, '0')}`;
