import { DomainError, type ErrorParams } from '../../kernel/domain-error.js';
import { formatEra, parseDay, type LocalDate } from '../../kernel/local-date.js';
import { countCharacters } from '../../kernel/text.js';
import { formatYen, groupDigits, parseYen, yen } from '../../kernel/yen.js';
import type { TableColumn } from './form.js';

/** One typed value in words, or as typed with what is wrong with it; null: nothing was typed. */
export type ReadValue =
  | { readonly words: string; readonly day?: LocalDate; readonly number?: number; readonly fault?: undefined }
  | { readonly words: string; readonly fault: { readonly code: string; readonly params?: ErrorParams } }
  | null;

const LONGEST_CELL = 200;
const MOST_DIGITS = 9;

export function readText(typed: string, most: number): ReadValue {
  const words = typed.trim();
  if (words === '') return null;
  const over = countCharacters(words) - most;
  return over > 0 ? { words, fault: { code: 'forms.answer-too-long', params: { most, over } } } : { words };
}

/** A whole number; full-width digits, commas and the unit behind it are understood. */
export function readNumber(
  typed: string,
  { unit, least, most }: { readonly unit: string; readonly least: number; readonly most: number },
): ReadValue {
  const words = typed.trim();
  if (words === '') return null;
  const folded = words.normalize('NFKC').replace(/[\s,]/g, '');
  const suffix = unit.normalize('NFKC').replace(/\s/g, '');
  const digits = suffix !== '' && folded.endsWith(suffix) ? folded.slice(0, -suffix.length) : folded;
  if (!new RegExp(`^\\d{1,${String(MOST_DIGITS)}}$`).test(digits)) {
    return { words, fault: { code: 'forms.number-unreadable' } };
  }
  const number = Number(digits);
  if (number < least || number > most) {
    return { words, fault: { code: 'forms.number-out-of-range', params: { least, most } } };
  }
  return { words: `${groupDigits(number)}${unit}`, number };
}

export function readYen(typed: string, most: string): ReadValue {
  const words = typed.trim();
  try {
    const amount = parseYen(words);
    if (amount === null) return null;
    if (amount <= yen(most)) return { words: formatYen(amount) };
    return { words, fault: { code: 'forms.amount-too-large', params: { most: yen(most) } } };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { words, fault: { code: 'forms.amount-unreadable' } };
  }
}

/** A day of the eras that can be written 和暦. */
export function readDay(typed: string): ReadValue {
  const words = typed.trim();
  try {
    const day = parseDay(words);
    return day === null ? null : { words: formatEra(day), day };
  } catch (error) {
    if (!(error instanceof DomainError || error instanceof RangeError)) throw error;
    return { words, fault: { code: 'forms.day-unreadable' } };
  }
}

export function readCell({ kind }: TableColumn, typed: string): ReadValue {
  switch (kind) {
    case 'text':
      return readText(typed, LONGEST_CELL);
    case 'number':
      return readNumber(typed, { unit: '', least: 0, most: 10 ** MOST_DIGITS - 1 });
    case 'yen':
      return readYen(typed, String(10n ** 10n - 1n));
    case 'date':
      return readDay(typed);
  }
}
