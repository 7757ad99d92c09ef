import { stringify } from 'csv-stringify/sync';

/** A cell: text is guarded against spreadsheet formulas, numbers are written as bare digits, null as an empty cell. */
export type CsvCell = string | number | bigint | null;

export interface CsvColumn<Row> {
  readonly header: string;
  readonly cell: (row: Row) => CsvCell;
}

/**
 * UTF-8 with BOM (so that Excel reads Japanese), CRLF, one heading line, deterministic for equal input.
 * A cell with a line break, comma or quotation mark is quoted (RFC 4180). A text cell that a spreadsheet would run as a formula gets a leading apostrophe.
 */
export function writeCsv<Row>(columns: readonly CsvColumn<Row>[], rows: Iterable<Row>): Buffer {
  const records = [columns.map((column) => column.header)] as CsvCell[][];
  for (const row of rows) records.push(columns.map((column) => column.cell(row)));
  return Buffer.from(
    stringify(records, {
      ...{ bom: true, record_delimiter: 'windows', escape_formulas: true },
      // The package itself quotes a break within a cell only when it is the whole delimiter, CR LF.
      quoted_match: /[\r\n]/,
    }),
    'utf8',
  );
}
