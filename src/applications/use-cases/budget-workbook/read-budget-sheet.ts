import type { Fault } from '../../../kernel/domain-error.js';
import { ZERO_YEN } from '../../../kernel/yen.js';
import type { SheetRows } from '../../../platform/excel/index.js';
import { categoryIn, eligibilityIn, sideIn } from '../../domain/line-cells.js';
import { MOST_LINES, readBudget, type AskedBudget } from '../../domain/planned-budget.js';
import { NO_TAX_CREDIT } from '../../domain/tax-credit.js';
import { blankLine, isBlankLine, readableYen, type TypedLine } from '../../domain/typed-line.js';
import { cellName, inReadingOrder, rowsIn, type CellFault, type LineCells } from '../../../writing/index.js';
import { budgetSheet } from './budget-layout.js';

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
  const { rows, faults } = rowsIn(budgetSheet(asked), sheets);
  return faults.length > 0 ? { lines: [], faults } : new LineReader(asked, known).read(rows);
}

type Cells = LineCells<ReturnType<typeof budgetSheet>['columns'][number]['key']>;

class LineReader {
  private readonly columns: ReturnType<typeof budgetSheet>['columns'];
  private readonly faults: CellFault[] = [];
  private readonly rowOf = new Map<string, number>();

  constructor(
    private readonly asked: AskedBudget,
    private readonly known: KnownLines,
  ) {
    this.columns = budgetSheet(asked).columns;
  }

  read(rows: readonly Cells[]): ReadSheet {
    const lines = rows.flatMap((cells): TypedLine[] => {
      const line = this.readLine(cells);
      return line ? [line] : [];
    });
    if (lines.length > MOST_LINES) {
      this.faults.push({ cell: '', code: 'applications.too-many-lines', params: { most: MOST_LINES } });
    }
    if (lines.length === 0 && this.faults.length === 0)
      this.faults.push({ cell: '', code: 'applications.sheet-empty' });
    this.faults.push(...this.cellFaults(lines));
    return { lines, faults: inReadingOrder(this.faults) };
  }

  private readLine({ row, texts }: Cells): TypedLine | null {
    const { side: typedSide, id: typedId, category: words, eligible: judged = '', ...rest } = texts;
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
    return cellName(this.columns, key, row);
  }
}

/** The same amount is no change: what was typed `１２０００円` does not become `12,000` on its way through Excel. */
function inTheWordsOf(before: TypedLine, after: TypedLine): TypedLine {
  const kept = (['unitPrice', 'amount'] as const)
    .filter((cell) => readableYen(before[cell]) !== null && readableYen(before[cell]) === readableYen(after[cell]))
    .map((cell) => [cell, before[cell]]);
  return { ...after, ...(Object.fromEntries(kept) as Partial<TypedLine>) };
}
