import { eraNumberOf, type FiscalYear } from '../../kernel/fiscal-year.js';

/** 収受番号: the town's yearly series of received applications, `R8-0001`. */
export const receivedNumber = (year: FiscalYear, number: number): string =>
  `R${String(eraNumberOf(year))}-${String(number).padStart(4, '0')}`;
