import { formatEra, localDate } from '../../kernel/local-date.js';

/** A programme document or the body of its form, read field by field: the form shows whatever was typed. */
export class FormValues {
  private constructor(
    private readonly values: unknown,
    /** Lists stand as they were sent, blank rows included: a stored one may get a blank row at its end. */
    readonly typed: boolean,
  ) {}

  static stored(document: unknown): FormValues {
    return new FormValues(document, false);
  }

  static typed(body: unknown): FormValues {
    return new FormValues(body, true);
  }

  text(path: string): string {
    const value = this.at(path);
    if (Array.isArray(value)) return value.filter((line) => typeof line === 'string').join('\n');
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }

  /** A structure as text for an editor; text that was typed there before stays as it is. */
  json(path: string): string {
    const value = this.at(path);
    return typeof value === 'string' ? value : JSON.stringify(value ?? {}, null, 2);
  }

  /** A stored rate as it is typed, `2/3`; what was typed stays. */
  rate(path: string): string {
    const value = this.at(path);
    return Array.isArray(value) ? value.join('/') : this.text(path);
  }

  /** What is ticked of several choices; a single word stands for a list of one. */
  list(path: string): string[] {
    const value = this.at(path);
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null
      ? Object.values(value).filter((item) => typeof item === 'string')
      : [];
  }

  /** A stored day in the calendar of the house; anything else as typed. */
  day(path: string): string {
    const typed = this.text(path);
    try {
      return formatEra(localDate(typed));
    } catch (error) {
      if (error instanceof RangeError) return typed;
      throw error;
    }
  }

  flag(path: string): boolean {
    const value = this.at(path);
    return value === true || value === 'yes';
  }

  /** How many rows a list has, spare rows of an earlier form included. */
  count(path: string): number {
    const value = this.at(path);
    return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
  }

  /** Every text below a place, put in words, with ticks as 印; what has no words is left out. */
  words(path: string, inWords: (text: string) => string): string {
    return wordsOf(this.at(path), inWords);
  }

  private at(path: string): unknown {
    return path
      .split('.')
      .reduce<unknown>(
        (value, key) =>
          typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
        this.values,
      );
  }
}

/** The rows of a list on a line each, the texts of a row one after the other. */
function wordsOf(value: unknown, inWords: (text: string) => string): string {
  if (value === true || value === 'yes') return '印あり';
  if (typeof value === 'string' || typeof value === 'number') return inWords(String(value).trim());
  if (typeof value !== 'object' || value === null) return '';
  const parts: unknown[] = Object.values(value);
  if (parts.length === 2 && parts.every((part) => typeof part === 'number')) return parts.join('/');
  const isList = Array.isArray(value) || Object.keys(value).every((key) => /^\d+$/.test(key));
  return parts
    .map((part) => wordsOf(part, inWords))
    .filter((words) => words !== '')
    .join(isList ? '\n' : '　');
}
