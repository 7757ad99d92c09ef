import { DomainError, type ErrorParams, type Fault } from '../../kernel/domain-error.js';
import { composeKana } from '../../kernel/kana.js';
import { parseDay, type LocalDate } from '../../kernel/local-date.js';
import { parseYen } from '../../kernel/yen.js';

const CODE = /^[a-z][a-z0-9-]{0,39}$/;

type Loose = Readonly<Record<string, unknown>>;

const asRecord = (value: unknown): Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};

const asText = (value: unknown): string =>
  typeof value === 'string' ? composeKana(value).trim() : typeof value === 'number' ? String(value) : '';

/**
 * Walks loose input (a form or a JSON file) and gathers every fault with its place, instead of stopping at the first.
 * `label` is the Japanese name of the field, which the sentence of the fault needs.
 */
export class DocumentReader {
  readonly faults: Fault[];

  constructor(
    private readonly input: unknown,
    private readonly place = '',
    faults: Fault[] = [],
  ) {
    this.faults = faults;
  }

  /** One fault a field: the first says enough, later rules would only puzzle. */
  fault(field: string, code: string, params: ErrorParams = {}): void {
    const pointer = this.pointer(field);
    if (!this.faults.some((fault) => fault.pointer === pointer)) this.faults.push({ pointer, code, params });
  }

  within(field: string): DocumentReader {
    return new DocumentReader(this.value(field), this.pointer(field), this.faults);
  }

  /** The same where a form may bring the whole structure as JSON text. */
  structure(field: string, label: string): DocumentReader {
    const value = this.value(field);
    if (typeof value !== 'string') return this.within(field);
    try {
      return new DocumentReader(JSON.parse(value), this.pointer(field), this.faults);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.fault(field, 'forms.not-json', { label });
      return new DocumentReader({}, this.pointer(field));
    }
  }

  text(field: string, label: string, most = 200): string {
    const text = this.optionalText(field, label, most);
    if (text === '') this.fault(field, 'forms.missing', { label });
    return text;
  }

  optionalText(field: string, label: string, most = 200): string {
    const text = asText(this.value(field));
    if (text.length > most) this.fault(field, 'forms.too-long', { label, most });
    return text;
  }

  /** Blanks at its ends included: a list of signs. */
  verbatim(field: string, label: string, most: number): string {
    this.text(field, label, most);
    const value = this.value(field);
    return typeof value === 'string' ? value : '';
  }

  choice<Choice extends string>(field: string, label: string, choices: readonly Choice[]): Choice {
    const chosen = choices.find((choice) => choice === this.value(field));
    if (!chosen) this.fault(field, 'forms.not-chosen', { label });
    return chosen ?? (choices[0] as Choice);
  }

  flag(field: string): boolean {
    const value = this.value(field);
    return value === true || value === 'true' || value === 'yes' || value === 'on';
  }

  whole(field: string, label: string, least: number, most: number): number {
    const text = asText(this.value(field)).normalize('NFKC');
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (!(number >= least && number <= most)) this.fault(field, 'forms.not-a-count', { label, least, most });
    return Number.isNaN(number) ? least : number;
  }

  optionalWhole(field: string, label: string, least: number, most: number): number | null {
    return this.given(field) ? this.whole(field, label, least, most) : null;
  }

  /** `[2, 3]`, `2/3` or `3分の2`; never more than the whole. */
  rate(field: string, label: string): readonly [numerator: number, denominator: number] {
    const value = this.value(field);
    const typed = (Array.isArray(value) ? value.map(asText).join('/') : asText(value)).normalize('NFKC');
    const [, top, bottom] = /^\s*(\d{1,6})\s*\/\s*(\d{1,6})\s*$/.exec(typed.replace(/^(.+)分の(.+)$/, '$2/$1')) ?? [];
    const [numerator, denominator] = [Number(top), Number(bottom)];
    if (numerator >= 1 && numerator <= denominator) return [numerator, denominator];
    this.fault(field, 'forms.not-a-rate', { label });
    return [1, 1];
  }

  /** `60`, `62.5`, `125/2` or `[125, 2]`, more than nothing, as an exact fraction. */
  fraction(field: string, label: string): readonly [numerator: number, denominator: number] {
    const value = this.value(field);
    const typed = (Array.isArray(value) ? value.map(asText).join('/') : asText(value)).normalize('NFKC');
    const [, whole, decimals = '', below] = /^\s*(\d{1,6})(?:\.(\d{1,3})|\/(\d{1,6}))?\s*$/.exec(typed) ?? [];
    const denominator = below === undefined ? 10 ** decimals.length : Number(below);
    const numerator = Number(`${whole ?? ''}${decimals}`);
    if (whole !== undefined && numerator >= 1 && denominator >= 1) return [numerator, denominator];
    this.fault(field, 'forms.not-points', { label });
    return [1, 1];
  }

  /** Digits only, as amounts are kept in JSON. */
  amount(field: string, label: string): string {
    const typed = asText(this.value(field));
    try {
      const amount = parseYen(typed);
      if (amount === null) this.fault(field, 'forms.missing', { label });
      return (amount ?? 0n).toString();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.fault(field, 'forms.not-an-amount', { label });
      return '0';
    }
  }

  optionalAmount(field: string, label: string): string | null {
    return this.given(field) ? this.amount(field, label) : null;
  }

  day(field: string, label: string): LocalDate {
    const typed = asText(this.value(field));
    try {
      const day = parseDay(typed);
      if (day) return day;
      this.fault(field, 'forms.missing', { label });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.fault(field, 'forms.not-a-day', { label });
    }
    return '1970-01-01' as LocalDate;
  }

  /** Rows of which every field is blank are spare rows of a form and are left out. */
  list<Item>(field: string, read: (item: DocumentReader) => Item, isSpare = isBlank): Item[] {
    return rowsOf(this.input, field).flatMap((row, index) =>
      isSpare(row) ? [] : [read(new DocumentReader(row, `${this.pointer(field)}[${String(index)}]`, this.faults))],
    );
  }

  /** Rows that a form never offers blank: a blank one is a fault and not left out. */
  everyRow<Item>(field: string, read: (item: DocumentReader) => Item): Item[] {
    return this.list(field, read, () => false);
  }

  /** A list of sentences: an array, whose faults stand at the sentence, or the lines of a text area. */
  sentences(field: string, label: string, most = 300): string[] {
    const value = this.value(field);
    const lines = (Array.isArray(value) ? value.map(asText) : asText(value).split(/\r?\n/)).map((line) => line.trim());
    const long = lines.findIndex((line) => line.length > most);
    const place = Array.isArray(value) ? `${field}[${String(long)}]` : field;
    if (long >= 0) this.fault(place, 'forms.too-long', { label, most });
    return lines.filter((line) => line !== '');
  }

  /** A short code, or blank where none was given. */
  code(field: string): string {
    const typed = asText(this.value(field));
    if (typed !== '' && !CODE.test(typed)) this.fault(field, 'forms.code-unreadable');
    return typed;
  }

  /** A short code that names the item in stored answers; made from the position where the form left it blank. */
  id(prefix: string): string {
    const typed = asText(this.value('id'));
    if (CODE.test(typed)) return typed;
    return `${prefix}-${(/\[(\d+)\]$/.exec(this.place)?.[1] ?? '0').padStart(2, '0')}`;
  }

  /** Whether anything is filled in: a missing field, `null` and a group of blank fields are none. */
  given(field: string): boolean {
    const value = this.value(field);
    const parts = typeof value === 'object' && value !== null ? Object.values(value) : [value];
    return parts.some((part) => (typeof part === 'object' ? part !== null : part !== false && asText(part) !== ''));
  }

  private value(field: string): unknown {
    return asRecord(this.input)[field];
  }

  private pointer(field: string): string {
    return this.place === '' ? field : `${this.place}.${field}`;
  }
}

/** The rows of a list, which a form may send as an object with numbers for keys. */
export function rowsOf(input: unknown, field: string): unknown[] {
  const value = asRecord(input)[field];
  return Array.isArray(value) ? value : Object.values(asRecord(value));
}

export const isBlankText = (row: unknown, field: string): boolean => asText(asRecord(row)[field]) === '';

/** Only text that a person typed counts: ids and choices of a spare row are filled in by the form itself. */
function isBlank(row: unknown): boolean {
  const record = asRecord(row);
  const typed = ['label', 'text', 'yen', 'upTo'].filter((field) => field in record);
  return typed.length > 0 && typed.every((field) => asText(record[field]) === '');
}
