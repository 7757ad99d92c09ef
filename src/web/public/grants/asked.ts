import { DomainError } from '../../../kernel/domain-error.js';
import { fiscalYear, type FiscalYear } from '../../../kernel/fiscal-year.js';

/** A year that nobody asked for, or that is none, is left to the page. */
export const yearAsked = (asked: unknown): FiscalYear | undefined =>
  typeof asked === 'string' && /^20[2-9]\d$/.test(asked) ? fiscalYear(Number(asked)) : undefined;

/** Of a file: whoever asks for a year must not be given all of them. Throws `disclosure.no-year` for what is none. */
export function yearOfFile(asked: unknown): FiscalYear | undefined {
  const year = yearAsked(asked);
  if (asked !== undefined && year === undefined) throw new DomainError('disclosure.no-year', 'not-found');
  return year;
}

/** What stands in an address as text; anything else, and anything endless, is nothing. */
export const wordsAsked = (asked: unknown): string =>
  typeof asked === 'string' ? asked.normalize('NFKC').trim().replace(/\s+/g, ' ').slice(0, 100) : '';

export const rowAsked = (asked: unknown): number =>
  typeof asked === 'string' && /^\d{1,6}$/.test(asked) ? Number(asked) : 0;
