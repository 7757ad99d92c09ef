import { parse } from 'csv-parse/sync';
import { DomainError } from '../../kernel/domain-error.js';
import { composeKana } from '../../kernel/kana.js';
import { decodeText } from './decode-text.js';

/** One line under the heading: its number as a person counts it in the file, and its cells by heading. */
export interface CsvLine<Header extends string> {
  readonly line: number;
  readonly cells: Readonly<Record<Header, string>>;
}

/** What a person may hand in at once. */
const MOST_LINES = 20_000;

interface ParsedLine {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

function parseLines(text: string, most: number): ParsedLine[] {
  try {
    return parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      ...(Number.isFinite(most) && { to: most + 2 }),
    }) as unknown as ParsedLine[];
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? 0;
    throw new DomainError('csv.cannot-read', 'invalid', { line });
  }
}

/** How a table is read, where not as usual. */
export interface CsvReading<Header extends string> {
  /** More lines are refused, never cut off; what this house keeps is read whole (`Infinity`). */
  readonly most?: number;
  /** Columns of names and words: they keep the forms of their characters (㈱, ①, ﾊ), others are folded by NFKC. */
  readonly words?: readonly Header[];
}

/**
 * Reads a table by the headings it must have, in any order; further columns are ignored. Numbers, days and codes are folded
 * by NFKC, `words` stay as typed. A column of `optional` that the file does not have reads as blank cells.
 * DomainErrors: csv.empty, csv.encoding-unknown, csv.cannot-read, csv.heading-missing, csv.too-many-lines.
 */
export function readCsv<Header extends string>(
  bytes: Uint8Array,
  headers: readonly Header[],
  optional: readonly Header[] = [],
  { most = MOST_LINES, words = [] }: CsvReading<Header> = {},
): CsvLine<Header>[] {
  const [heading, ...lines] = parseLines(decodeText(bytes), most);
  if (!heading) throw new DomainError('csv.empty');
  const titles = heading.record.map((title) => title.normalize('NFKC'));
  const missing = headers.filter((header) => !titles.includes(header.normalize('NFKC')));
  if (missing.length > 0) throw new DomainError('csv.heading-missing', 'invalid', { headings: missing.join('、') });
  if (lines.length > most) throw new DomainError('csv.too-many-lines', 'invalid', { most });
  const positions = [...headers, ...optional].map(
    (header) => [header, titles.indexOf(header.normalize('NFKC'))] as const,
  );
  return lines
    .map(({ record, info }) => ({
      line: info.lines,
      cells: Object.fromEntries(
        positions.map(([header, position]) => {
          const cell = record[position] ?? '';
          return [header, withoutGuard(words.includes(header) ? composeKana(cell) : folded(cell))];
        }),
      ) as Record<Header, string>,
    }))
    .filter(({ cells }) => Object.values(cells).some((cell) => cell !== ''));
}

const folded = (cell: string): string => cell.normalize('NFKC');

/** Takes off the apostrophe that a writer put before a formula character. */
const withoutGuard = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
