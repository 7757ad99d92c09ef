import { eraNumberOf, type FiscalYear } from '../../kernel/fiscal-year.js';

/** 起案番号: `R8-起案-0012`, one series for each town and year. */
export const draftNumber = (year: FiscalYear, number: number): string =>
  `R${String(eraNumberOf(year))}-起案-${String(number).padStart(4, '0')}`;

/** The year and number that a typed 起案番号 means, full-width or not; null when it reads as none. */
export function readDraftNumber(typed: string): { fiscalYear: number; number: number } | null {
  const match = /^R(\d{1,2})-起案-(\d{1,6})$/.exec(typed.normalize('NFKC').trim().toUpperCase());
  return match ? { fiscalYear: Number(match[1]) + 2018, number: Number(match[2]) } : null;
}
