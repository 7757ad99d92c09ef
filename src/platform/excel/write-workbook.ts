import { writeXlsx, type Cell, type CellStyle } from 'hucre/xlsx';

export interface WorkbookSheet {
  readonly name: string;
  readonly columns: readonly {
    readonly heading: string;
    readonly width: number;
    readonly choices?: readonly string[];
  }[];
  /** Rows under the headings; every value is written as text, so that leading zeros stay. */
  readonly rows: readonly (readonly string[])[];
}

const FONT = { name: '游ゴシック', size: 11 };
const HEADING: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFE8F1FE' } },
  border: { bottom: { style: 'thin', color: { rgb: 'FF767676' } } },
  alignment: { vertical: 'center', wrapText: true },
};
/** `@` keeps a typed 0177 as text. */
const TEXT: CellStyle = { font: FONT, numFmt: '@', alignment: { vertical: 'top', wrapText: true } };
const ROWS_WITH_CHOICES = 1_000;

/** A workbook for people to fill in: headings frozen on A4 landscape, every column as text, choices as lists. */
export async function writeWorkbook(sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  const bytes = await writeXlsx({
    defaultFont: FONT,
    sheets: sheets.map(({ name, columns, rows }) => ({
      name,
      columns: columns.map(({ width }) => ({ width, style: TEXT })),
      rows: [columns.map(({ heading }) => heading), ...rows.map((row) => [...row])],
      cells: new Map(
        columns.map(({ heading }, column): [string, Partial<Cell>] => [
          `0,${String(column)}`,
          { value: heading, style: HEADING },
        ]),
      ),
      freezePane: { rows: 1 },
      pageSetup: { paperSize: 'a4', orientation: 'landscape' },
      dataValidations: columns.flatMap(({ choices }, column) =>
        choices ? [{ type: 'list' as const, values: [...choices], allowBlank: true, range: columnRange(column) }] : [],
      ),
    })),
  });
  return Buffer.from(bytes);
}

const columnRange = (column: number): string =>
  `${columnName(column)}2:${columnName(column)}${String(ROWS_WITH_CHOICES)}`;

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
