import { types } from 'node:util';
import type { Fault } from '../../../kernel/domain-error.js';
import { groupDigits, ZERO_YEN } from '../../../kernel/yen.js';
import { columnName, type CellValue, type SheetRows } from '../../../platform/excel/index.js';
import { categoryIn, eligibilityIn, sideIn } from '../../domain/line-cells.js';
import { MOST_LINES, readBudget, type AskedBudget } from '../../domain/planned-budget.js';
import { NO_TAX_CREDIT } from '../../domain/tax-credit.js';
import { blankLine, isBlankLine, readableYen, type TypedLine } from '../../domain/typed-line.js';
import { BUDGET_SHEET, budgetColumns, FIRST_LINE_ROW } from './budget-layout.js';

/** One fault at one cell as Excel names it, with the code of the sentence that says what to do. */
export interface CellFault {
  /** `C5`, `B2:C3`; empty when the whole sheet is meant. */
  readonly cell: string;
  readonly code: string;
  readonly params?: Fault['params'];
}

export interface ReadSheet {
  readonly lines: readonly TypedLine[];
  /** With any fault, the lines are of no use. */
  readonly faults: readonly CellFault[];
}

/** What the rows of the workbook are tied to: the lines of the draft keep their ids, others get new ones. */
export interface KnownLines {
  readonly lines: readonly TypedLine[];
  readonly newId: () => string;
}

/** The filled rows of the budget's sheet as lines. Every fault of every cell at once. */
export function readBudgetSheet(asked: AskedBudget, sheets: readonly SheetRows[], known: KnownLines): ReadSheet {
  const sheet = sheets.find(({ name }) => folded(name) === BUDGET_SHEET);
  if (!sheet) {
    return { lines: [], faults: [{ cell: '', code: 'applications.sheet-missing', params: { sheet: BUDGET_SHEET } }] };
  }
  const shape = shapeFaults(asked, sheet);
  return shape.length > 0 ? { lines: [], faults: shape } : new LineReader(asked, known).read(sheet);
}

/** A sheet whose columns were moved, or whose cells are more than values, cannot be read cell by cell. */
function shapeFaults(asked: AskedBudget, { rows, formulas, merged }: SheetRows): CellFault[] {
  const headings = rows[FIRST_LINE_ROW - 2] ?? [];
  const moved = budgetColumns(asked).flatMap(({ heading }, column): CellFault[] => {
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

class LineReader {
  private readonly columns: ReturnType<typeof budgetColumns>;
  private readonly faults: CellFault[] = [];
  private readonly rowOf = new Map<string, number>();

  constructor(
    private readonly asked: AskedBudget,
    private readonly known: KnownLines,
  ) {
    this.columns = budgetColumns(asked);
  }

  read({ rows }: SheetRows): ReadSheet {
    const lines = rows.slice(FIRST_LINE_ROW - 1).flatMap((cells, index): TypedLine[] => {
      const line = this.readLine(cells, FIRST_LINE_ROW + index);
      return line ? [line] : [];
    });
    if (lines.length > MOST_LINES) {
      this.faults.push({ cell: '', code: 'applications.too-many-lines', params: { most: MOST_LINES } });
    }
    if (lines.length === 0 && this.faults.length === 0)
      this.faults.push({ cell: '', code: 'applications.sheet-empty' });
    this.faults.push(...this.cellFaults(lines));
    return { lines, faults: this.faults.sort(byCell) };
  }

  private readLine(cells: readonly CellValue[], row: number): TypedLine | null {
    const texts = Object.fromEntries(
      this.columns.map(({ key, kind }, column) => [key, kind ? amountOf(cells[column]) : textOf(cells[column])]),
    );
    const { side: typedSide = '', id: typedId = '', category: words = '', eligible: judged = '', ...rest } = texts;
    const blank = { ...blankLine('', 'expenditure'), ...rest };
    if (typedSide === '' && words === '' && judged === '' && isBlankLine(blank)) return null;
    const side = sideIn(typedSide);
    if (!side) this.fault('side', row, 'applications.cell-side');
    const eligible = eligibilityIn(judged);
    if (eligible === null) this.fault('eligible', row, 'applications.cell-eligibility');
    const category = side && words !== '' ? categoryIn(this.asked, side, words) : '';
    if (category === null) this.fault('category', row, 'applications.cell-category', { typed: words });
    const before = this.rowOf.has(typedId) ? undefined : this.known.lines.find(({ id }) => id === typedId);
    const id = before?.id ?? this.known.newId();
    this.rowOf.set(id, row);
    const line = { ...blank, id, side: side ?? 'expenditure', category: category ?? '', eligible: eligible ?? '' };
    return before ? inTheWordsOf(before, line) : line;
  }

  /** The same judgement as on the page; what was said of a cell already is not said again. */
  private cellFaults(lines: readonly TypedLine[]): CellFault[] {
    const { faults } = readBudget({ ...this.asked, taxCredit: false }, { lines, taxCredit: NO_TAX_CREDIT }, ZERO_YEN);
    return faults.flatMap(({ pointer, code, params }): CellFault[] => {
      const [, id = '', key] = pointer.split('.');
      const row = this.rowOf.get(id);
      if (row === undefined || key === undefined) return [];
      const cell = this.cellName(key, row);
      const said = this.faults.some((fault) => fault.cell === cell || fault.cell === this.cellName('side', row));
      return said ? [] : [{ cell, code, ...(params && { params }) }];
    });
  }

  private fault(key: string, row: number, code: string, params?: Fault['params']): void {
    this.faults.push({ cell: this.cellName(key, row), code, ...(params && { params }) });
  }

  private cellName(key: string, row: number): string {
    const column = this.columns.findIndex((candidate) => candidate.key === key);
    return `${columnName(Math.max(column, 0))}${String(row)}`;
  }
}

/** The same amount is no change: what was typed `１２０００円` does not become `12,000` on its way through Excel. */
function inTheWordsOf(before: TypedLine, after: TypedLine): TypedLine {
  const kept = (['unitPrice', 'amount'] as const)
    .filter((cell) => readableYen(before[cell]) !== null && readableYen(before[cell]) === readableYen(after[cell]))
    .map((cell) => [cell, before[cell]]);
  return { ...after, ...(Object.fromEntries(kept) as Partial<TypedLine>) };
}

/** In reading order: row by row, within a row from left to right. */
function byCell(a: CellFault, b: CellFault): number {
  const [, columnA = '', rowA = '0'] = /^([A-Z]*)(\d*)/.exec(a.cell) ?? [];
  const [, columnB = '', rowB = '0'] = /^([A-Z]*)(\d*)/.exec(b.cell) ?? [];
  return Number(rowA) - Number(rowB) || columnA.length - columnB.length || columnA.localeCompare(columnB);
}

/** Control characters that no keyboard types; PostgreSQL refuses NUL. */
const CONTROL = /\p{Cc}/gu;

/** The cell as people see it in Excel; line breaks within a cell become blanks, because a line has one line. */
function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (types.isDate(value)) return value.toISOString().slice(0, 10);
  return String(value).replace(/\s+/g, ' ').replace(CONTROL, '').trim();
}

/** An amount as people write it: `12,000`. */
const amountOf = (value: CellValue | undefined): string =>
  typeof value === 'number' && Number.isSafeInteger(value) ? groupDigits(value) : textOf(value);

const folded = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');
