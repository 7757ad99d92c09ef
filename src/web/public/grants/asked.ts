import { fiscalYear, type FiscalYear } from '../../../kernel/fiscal-year.js';

/** A year that nobody asked for, or that is none, is left to the page. */
export const yearAsked = (asked: unknown): FiscalYear | undefined =>
  typeof asked === 'string' && /^20[2-9]\d$/.test(asked) ? fiscalYear(Number(asked)) : undefined;

/** What stands in an address as text; anything else, and anything endless, is nothing. */
export const wordsAsked = (asked: unknown): string =>
  typeof asked === 'string' ? asked.normalize('NFKC').trim().replace(/\s+/g, ' ').slice(0, 100) : '';

export const rowAsked = (asked: unknown): number =>
  typeof asked === 'string' && /^\d{1,6}$/.test(asked) ? Number(asked) : 0;
