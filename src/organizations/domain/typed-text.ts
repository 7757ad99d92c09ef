import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { composeKana } from '../../kernel/kana.js';

/** Collects the faults of one form, so that a person sees all of them at once and not one after another. */
export class Faults {
  readonly list: Fault[] = [];

  add(pointer: string, code: string, params?: Fault['params']): void {
    this.list.push(params ? { pointer, code, params } : { pointer, code });
  }

  /** The folded text, or a fault `missing` when blank, `too-long` beyond `max` characters. */
  text(pointer: string, typed: string, max: number, code: { missing?: string; tooLong: string }): string {
    const text = foldSpaces(typed);
    if (text === '' && code.missing) this.add(pointer, code.missing);
    if ([...text].length > max) this.add(pointer, code.tooLong, { max });
    return text;
  }
}

/** Blanks of any width and number become one; the letters stay as typed (髙 and 﨑 are names, not variants). */
export const foldSpaces = (typed: string): string =>
  composeKana(typed)
    .replace(/[\s\u3000]+/g, ' ')
    .trim();

/** Digits of any width; everything else goes. */
export const foldDigits = (typed: string): string => typed.normalize('NFKC').replace(/\D/g, '');

/** True when nothing but digits, blanks and dashes was typed. */
export const isDigitsOnly = (typed: string): boolean => /^[\d\s‐-―−ー-]*$/.test(typed.normalize('NFKC'));

/** Keeps the hyphens of a telephone number as typed, of any width. Returns null when it is no Japanese number. */
export function foldPhone(typed: string): string | null {
  const text = typed
    .normalize('NFKC')
    .replace(/[‐-―−ー]/g, '-')
    .replace(/[()]/g, '-')
    .replace(/\s/g, '')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
  return /^0[\d-]+$/.test(text) && [10, 11].includes(text.replaceAll('-', '').length) ? text : null;
}

/**
 * Reads several parts of one form and throws the faults of all of them together; a refusal without field
 * faults (a conflict, a missing record) goes through at once.
 */
export function readTogether<Parts extends Record<string, () => unknown>>(
  parts: Parts,
): { [Name in keyof Parts]: ReturnType<Parts[Name]> } {
  const values: Record<string, unknown> = {};
  const faults: Fault[] = [];
  for (const [name, read] of Object.entries(parts)) {
    try {
      values[name] = read();
    } catch (error) {
      if (!(error instanceof DomainError) || error.faults.length === 0) throw error;
      faults.push(...error.faults);
    }
  }
  refuseWhenFaulty(faults);
  return values as { [Name in keyof Parts]: ReturnType<Parts[Name]> };
}
