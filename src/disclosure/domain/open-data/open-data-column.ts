import type { Yen } from '../../../kernel/yen.js';

/** What stands in a cell: amounts as bare digits, nothing as null. */
export type OpenCell = string | number | Yen | null;

/** One column of a file: what writes it is what explains it. */
export interface OpenDataColumn<Row> {
  /** The heading of the CSV. */
  readonly header: string;
  /** The same in JSON. */
  readonly name: string;
  /** What it means, for the page of the columns. */
  readonly meaning: string;
  cell(this: void, row: Row): OpenCell;
}
