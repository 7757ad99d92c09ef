import { types } from 'node:util';
import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { groupDigits } from '../../kernel/yen.js';
import {
  columnName,
  readWorkbook,
  type CellValue,
  type SheetRows,
  type WorkbookColumn,
} from '../../platform/excel/index.js';
import { acceptUpload, type Upload } from '../../platform/files/index.js';

/** As Excel counts: the guide is row 1, the headings row 2. */
export const FIRST_LINE_ROW = 3;

export interface SheetColumn<Key extends string> extends WorkbookColumn {
  readonly key: Key;
}

/** A sheet with one line in each row, filled in at home and sent back. */
export interface LineSheet<Key extends string> {
  readonly name: string;
  readonly columns: readonly SheetColumn<Key>[];
}

/** One fault at one cell as Excel names it, with the code of the sentence that says what to do. */
export interface CellFault {
  /** `C5`, `B2:C3`; empty when the whole sheet is meant. */
  readonly cell: string;
  readonly code: string;
  readonly params?: Fault['params'];
}

/** The cells of a row as people see them in Excel, amounts as people write them: `12,000`. */
export interface LineCells<Key extends string> {
  readonly row: number;
  readonly texts: Readonly<Record<Key, string>>;
}

/** The sheets of a workbook that was sent. Throws `files.*` and `excel.*` with a fault at `workbook`. */
export async function sheetsOf(workbook: Upload | null): Promise<SheetRows[]> {
  if (!workbook) throw DomainError.invalid([{ pointer: 'workbook', code: 'applications.workbook-missing' }]);
  const { bytes } = await acceptUpload(workbook, ['excel'], 'workbook');
  try {
    return await readWorkbook(bytes);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw DomainError.invalid([{ pointer: 'workbook', code: error.code, params: error.params }]);
  }
}

/**
 * The rows of the sheet. A sheet that is missing, whose columns were moved, or whose cells are more than values, cannot be
 * read cell by cell: then there are faults and no rows.
 */
export function rowsIn<Key extends string>(
  { name, columns }: LineSheet<Key>,
  sheets: readonly SheetRows[],
): { readonly rows: readonly LineCells<Key>[]; readonly faults: readonly CellFault[] } {
  const sheet = sheets.find((each) => folded(each.name) === name);
  if (!sheet) return { rows: [], faults: [{ cell: '', code: 'applications.sheet-missing', params: { sheet: name } }] };
  const faults = shapeFaults(columns, sheet);
  if (faults.length > 0) return { rows: [], faults };
  const rows = sheet.rows.slice(FIRST_LINE_ROW - 1).map((cells, index) => ({
    row: FIRST_LINE_ROW + index,
    texts: Object.fromEntries(
      columns.map(({ key, kind }, place) => [key, kind ? amountOf(cells[place]) : textOf(cells[place])]),
    ) as Record<Key, string>,
  }));
  return { rows: rows.filter(({ texts }) => Object.values(texts).some((text) => text !== '')), faults: [] };
}

/** `C5` for the cell of a line. */
export function cellName(columns: readonly SheetColumn<string>[], key: string, row: number): string {
  const column = columns.findIndex((candidate) => candidate.key === key);
  return `${columnName(Math.max(column, 0))}${String(row)}`;
}

/** The heading over a cell, for the list of faults. */
export const headingOver = (columns: readonly WorkbookColumn[], cell: string): string =>
  columns.find((_, index) => columnName(index) === /^[A-Z]+/.exec(cell)?.[0])?.heading ?? '';

/** In reading order: row by row, within a row from left to right. */
export const inReadingOrder = (faults: readonly CellFault[]): CellFault[] => faults.toSorted(byCell);

function byCell(a: CellFault, b: CellFault): number {
  const [, columnA = '', rowA = '0'] = /^([A-Z]*)(\d*)/.exec(a.cell) ?? [];
  const [, columnB = '', rowB = '0'] = /^([A-Z]*)(\d*)/.exec(b.cell) ?? [];
  return Number(rowA) - Number(rowB) || columnA.length - columnB.length || columnA.localeCompare(columnB);
}

function shapeFaults(columns: readonly WorkbookColumn[], { rows, formulas, merged }: SheetRows): CellFault[] {
  const headings = rows[FIRST_LINE_ROW - 2] ?? [];
  const moved = columns.flatMap(({ heading }, column): CellFault[] => {
    const cell = `${columnName(column)}${String(FIRST_LINE_ROW - 1)}`;
    return folded(textOf(headings[column])) === folded(heading)
      ? []
      : [{ cell, code: 'applications.heading-moved', params: { heading } }];
  });
  return [
    ...moved.slice(0, 1),
    ...merged.map((cell): CellFault => ({ cell, code: 'applications.cells-merged' })),
    ...formulas.map((cell): CellFault => ({ cell, code: 'applications.cell-formula' })),
  ];
}

/** Control characters that no keyboard types; PostgreSQL refuses NUL. */
const CONTROL = /\p{Cc}/gu;

/** Line breaks within a cell become blanks, because a line has one line. */
function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (types.isDate(value)) return value.toISOString().slice(0, 10);
  return String(value).replace(/\s+/g, ' ').replace(CONTROL, '').trim();
}

const amountOf = (value: CellValue | undefined): string =>
  typeof value === 'number' && Number.isSafeInteger(value) ? groupDigits(value) : textOf(value);

const folded = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');
