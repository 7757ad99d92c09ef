import { writeXlsx, type Cell, type CellStyle, type WriteSheet } from 'hucre/xlsx';
import { columnName } from './column-name.js';

export interface WorkbookColumn {
  readonly heading: string;
  readonly width: number;
  readonly choices?: readonly string[];
  /** Amounts are grouped by commas; everything else is text, so that leading zeros stay. */
  readonly kind?: 'amount';
}

export interface WorkbookSheet {
  readonly name: string;
  /** One sentence above the headings. */
  readonly guide?: string;
  readonly columns: readonly WorkbookColumn[];
  /** Rows under the headings; numbers only in columns of amounts. */
  readonly rows: readonly (readonly (string | number)[])[];
}

const FONT = { name: '游ゴシック', size: 11 };
const GUIDE: CellStyle = { font: { ...FONT, color: { rgb: 'FF595959' } }, alignment: { wrapText: false } };
const HEADING: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFE8F1FE' } },
  border: { bottom: { style: 'thin', color: { rgb: 'FF767676' } } },
  alignment: { vertical: 'center', wrapText: true },
};
/** `@` keeps a typed 0177 as text. */
const TEXT: CellStyle = { font: FONT, numFmt: '@', alignment: { vertical: 'top', wrapText: true } };
const AMOUNT: CellStyle = { font: FONT, numFmt: '#,##0', alignment: { vertical: 'top' } };
const ROWS_WITH_CHOICES = 1_000;
/** Excel takes a list within the cell's rule up to this length, and none with commas in its items. */
const LONGEST_LIST = 255;
const CHOICES = '選択肢';

/** A workbook for people to fill in: headings frozen on A4 landscape, columns as text or amounts, choices as lists. */
export async function writeWorkbook(sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  const lists = new ChoiceLists();
  const written = sheets.map((sheet) => toSheet(sheet, lists));
  return Buffer.from(await writeXlsx({ defaultFont: FONT, sheets: [...written, ...lists.sheet()] }));
}

function toSheet({ name, guide, columns, rows }: WorkbookSheet, lists: ChoiceLists): WriteSheet {
  const above = guide === undefined ? [] : [[guide]];
  const headingRow = above.length;
  return {
    name,
    columns: columns.map(({ width, kind }) => ({ width, style: kind === 'amount' ? AMOUNT : TEXT })),
    rows: [...above, columns.map(({ heading }) => heading), ...rows.map((row) => [...row])],
    cells: new Map([
      ...(guide === undefined ? [] : [['0,0', { value: guide, style: GUIDE }] as [string, Partial<Cell>]]),
      ...columns.map(({ heading }, column): [string, Partial<Cell>] => [
        `${String(headingRow)},${String(column)}`,
        { value: heading, style: HEADING },
      ]),
    ]),
    freezePane: { rows: headingRow + 1 },
    pageSetup: { paperSize: 'a4', orientation: 'landscape' },
    dataValidations: columns.flatMap(({ choices }, column) =>
      choices
        ? [{ type: 'list' as const, ...lists.offer(choices), allowBlank: true, range: below(column, headingRow) }]
        : [],
    ),
  };
}

const below = (column: number, headingRow: number): string =>
  `${columnName(column)}${String(headingRow + 2)}:${columnName(column)}${String(ROWS_WITH_CHOICES)}`;

/** Lists too long for a rule of their own stand on a hidden sheet, one a column. */
class ChoiceLists {
  private readonly long: (readonly string[])[] = [];

  offer(choices: readonly string[]): { values: string[] } | { formula1: string } {
    const short = choices.join(',').length <= LONGEST_LIST && !choices.some((choice) => choice.includes(','));
    if (short) return { values: [...choices] };
    this.long.push(choices);
    const column = columnName(this.long.length - 1);
    return { formula1: `'${CHOICES}'!$${column}$1:$${column}$${String(choices.length)}` };
  }

  sheet(): WriteSheet[] {
    if (this.long.length === 0) return [];
    const height = Math.max(...this.long.map(({ length }) => length));
    const rows = Array.from({ length: height }, (_, row) => this.long.map((choices) => choices[row] ?? null));
    return [{ name: CHOICES, rows, hidden: true }];
  }
}
