import { types } from 'node:util';
import { DomainError, type Fault } from '../../../kernel/domain-error.js';
import { addDays, localDate } from '../../../kernel/local-date.js';
import { columnName, type CellValue, type SheetRows } from '../../../platform/excel/index.js';
import { foldSpaces } from '../../domain/typed-text.js';
import { SAMPLE_MARK, type ImportSheet } from './import-layout.js';

/** One fault at one cell: sheet and cell as Excel names them, and the code of the sentence that says what to do. */
export interface CellFault {
  readonly sheet: string;
  /** `C5`; empty when the whole sheet is meant. */
  readonly cell: string;
  readonly heading: string;
  readonly code: string;
  readonly params?: Fault['params'];
}

/** One filled row of a sheet. */
export class ImportRow {
  constructor(
    private readonly sheet: ImportSheet,
    private readonly cells: readonly CellValue[],
    /** As Excel counts: the heading is row 1. */
    private readonly number: number,
    private readonly faults: CellFault[],
  ) {}

  /** The cell as people see it in Excel: numbers without digits after the point, days as YYYY-MM-DD. */
  text(key: string): string {
    return textOf(this.cells[this.columnOf(key)] ?? null);
  }

  /** One of the column's choices or nothing; anything else is a fault. People draw 〇 and ◯ for ○. */
  choice(key: string): string {
    const text = this.text(key).replace(/[〇◯]/g, '○');
    const choices = this.sheet.columns[this.columnOf(key)]?.choices ?? [];
    if (text !== '' && !choices.includes(text)) {
      this.fault(key, 'organizations.import-choice', { choices: choices.map((each) => `「${each}」`).join('か') });
    }
    return text;
  }

  /** The cell's lines, also where 、 parts them; blanks within a line stay, because names may hold them. */
  lines(key: string): string {
    const value = this.cells[this.columnOf(key)] ?? null;
    return typeof value === 'string' ? value.replace(/[、,，]/g, '\n').trim() : textOf(value);
  }

  /** A code of fixed length, of which Excel may have dropped the leading zeros when it was typed as a number. */
  code(key: string, digits: number): string {
    const value = this.cells[this.columnOf(key)] ?? null;
    const text = textOf(value);
    return typeof value === 'number' ? text.padStart(digits, '0') : text.normalize('NFKC');
  }

  /** A day; in a column of text Excel keeps a pasted day as its number of days since 1899-12-30. */
  day(key: string): string {
    const value = this.cells[this.columnOf(key)] ?? null;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > 99_999) return textOf(value);
    return addDays(localDate('1899-12-30'), value);
  }

  fault(key: string, code: string, params?: Fault['params']): void {
    const column = Math.max(this.columnOf(key), 0);
    const cell = `${columnName(column)}${String(this.number)}`;
    const heading = this.sheet.columns[column]?.heading.replace(/（.*）$/, '') ?? '';
    this.faults.push({ sheet: this.sheet.name, cell, heading, code, ...(params && { params }) });
  }

  /** What `read` returns, or null after its faults were noted at the cells they belong to. */
  attempt<T>(read: () => T, cellOf: Readonly<Record<string, string>> = {}): T | null {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof DomainError) || error.faults.length === 0) throw error;
      for (const { pointer, code, params } of error.faults) this.fault(cellOf[pointer] ?? pointer, code, params);
      return null;
    }
  }

  private columnOf(key: string): number {
    return this.sheet.columns.findIndex((column) => column.key === key);
  }
}

/** The filled rows of one sheet, without headings, blank rows and samples. Faults name a missing sheet or heading. */
export function rowsOf(sheets: readonly SheetRows[], sheet: ImportSheet, faults: CellFault[]): ImportRow[] {
  const found = sheets.find(({ name }) => foldSpaces(name) === sheet.name);
  if (!found) {
    faults.push({ sheet: sheet.name, cell: '', heading: '', code: 'organizations.import-sheet-missing' });
    return [];
  }
  const [headings = [], ...rows] = found.rows;
  const moved = sheet.columns.findIndex(({ heading }, column) => textOf(headings[column] ?? null) !== heading);
  if (moved >= 0) {
    const heading = sheet.columns[moved]?.heading ?? '';
    faults.push({
      ...{ sheet: sheet.name, cell: `${columnName(moved)}1`, heading },
      ...{ code: 'organizations.import-heading-moved', params: { heading } },
    });
    return [];
  }
  return rows.flatMap((cells, index) => {
    const blank = cells.every((cell) => textOf(cell) === '');
    const sample = textOf(cells[0] ?? null).startsWith(SAMPLE_MARK);
    return blank || sample ? [] : [new ImportRow(sheet, cells, index + 2, faults)];
  });
}

function textOf(value: CellValue): string {
  if (value === null) return '';
  if (types.isDate(value)) return value.toISOString().slice(0, 10);
  return foldSpaces(String(value));
}
