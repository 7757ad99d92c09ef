import { randomUUID } from 'node:crypto';
import { folded } from '../../../kernel/text.js';
import { writeWorkbook } from '../../../platform/excel/index.js';
import type { Upload } from '../../../platform/files/index.js';
import { cellName, inReadingOrder, rowsIn, sheetsOf, type CellFault, type LineCells } from '../../../writing/index.js';
import { accountFigures, CARRY_OVER, type AccountFigures } from '../../domain/account.js';
import { linesOfAccount, readAccount } from '../../domain/read-account.js';
import { readableAmount, SIDES, writeLine, type TypedLine } from '../../domain/typed-account.js';
import { accountSheet, accountSheets, labelOf, SIDE_WORDS, type AccountGround } from './account-sheet.js';

export interface ReadAccountWorkbook {
  /** Not empty: the workbook cannot be taken over. */
  readonly faults: readonly CellFault[];
  /** All lines of the account as the workbook has them, what was planned first. */
  readonly lines: readonly TypedLine[];
  readonly figures: AccountFigures | null;
  /** What would replace what; a side is null where the line is not there. */
  readonly changes: readonly { readonly before: TypedLine | null; readonly after: TypedLine | null }[];
}

/** A 収支決算書 as a workbook to go on with at home, each line beside its budget. */
export const makeAccountWorkbook = (ground: AccountGround, lines: readonly TypedLine[]): Promise<Buffer> =>
  writeWorkbook(accountSheets(ground, lines));

/**
 * Reads a filled workbook against the lines that are kept, and changes nothing: taking it over is a save of the section.
 * What was planned stays a line of the account whatever the workbook says. Throws `files.*` and `excel.*` with a fault at
 * `workbook`.
 */
export async function readAccountWorkbook(
  ground: AccountGround,
  current: readonly TypedLine[],
  workbook: Upload | null,
): Promise<ReadAccountWorkbook> {
  const { rows, faults: shape } = rowsIn(accountSheet(ground), await sheetsOf(workbook));
  if (shape.length > 0) return { faults: shape, lines: [], figures: null, changes: [] };
  const read = new RowReader(ground, current).read(rows);
  const lines = linesOfAccount(ground.plan, read.lines);
  const { account, plan, decision, grantOf } = ground;
  const figures = accountFigures(account, plan, lines, decision, grantOf);
  const faults = inReadingOrder([...read.faults, ...read.cellFaults(lines, figures)]);
  return faults.length > 0
    ? { faults, lines: [], figures: null, changes: [] }
    : { faults, lines, figures, changes: changesBetween(current, lines) };
}

type Cells = LineCells<ReturnType<typeof accountSheet>['columns'][number]['key']>;

class RowReader {
  readonly lines: TypedLine[] = [];
  readonly faults: CellFault[] = [];
  private readonly rowOf = new Map<string, number>();

  constructor(
    private readonly ground: AccountGround,
    private readonly current: readonly TypedLine[],
  ) {}

  read(rows: readonly Cells[]): this {
    for (const cells of rows) this.readRow(cells);
    return this;
  }

  /** What the account itself finds at a line that was read; blank amounts may be filled in later. */
  cellFaults(lines: readonly TypedLine[], figures: AccountFigures): CellFault[] {
    const { account, plan, decision } = this.ground;
    return readAccount(account, plan, lines, decision, figures).faults.flatMap(({ pointer, code, params }) => {
      const [, id = '', key] = pointer.split('.');
      const row = this.rowOf.get(id);
      if (row === undefined || key === undefined || code === 'reports.amount-missing') return [];
      const cell = this.cell(key, row);
      const said = this.faults.some((fault) => fault.cell === cell || fault.cell === this.cell('side', row));
      return said ? [] : [{ cell, code, ...(params && { params }) }];
    });
  }

  private readRow({ row, texts }: Cells): void {
    const { category, amount, remark } = texts;
    const before = this.rowOf.has(texts.id) ? undefined : this.known().find(({ id }) => id === texts.id);
    if (!before && [texts.side, category, amount, remark].every((text) => text === '')) return;
    const id = before?.id ?? `n${randomUUID().slice(0, 8)}`;
    this.rowOf.set(id, row);
    this.lines.push(
      before && this.isGiven(before)
        ? this.given(before, { row, texts })
        : { id, remark, amount: inTheWordsOf(before, amount), ...this.chosen({ row, texts }) },
    );
  }

  /** Side and category of what was planned stand as they were decided. */
  private given(before: TypedLine, { row, texts }: Cells): TypedLine {
    if (folded(texts.category) !== folded(labelOf(this.ground, before))) {
      this.faults.push({ cell: this.cell('category', row), code: 'reports.cell-planned' });
    }
    return { ...before, remark: texts.remark, amount: inTheWordsOf(before, texts.amount) };
  }

  private chosen({ row, texts }: Cells): Pick<TypedLine, 'side' | 'category'> {
    const side = SIDES.find((known) => [SIDE_WORDS[known], `${SIDE_WORDS[known]}の部`].includes(folded(texts.side)));
    if (!side) {
      this.faults.push({ cell: this.cell('side', row), code: 'applications.cell-side' });
      return { side: 'expenditure', category: '' };
    }
    const words = texts.category;
    const category = this.ground.account[side].find(({ label }) => folded(label) === folded(words))?.id;
    if (category === undefined && words !== '') {
      const params = { typed: words };
      this.faults.push({ cell: this.cell('category', row), code: 'applications.cell-category', params });
    }
    return { side, category: category ?? '' };
  }

  private known(): readonly TypedLine[] {
    const kept: TypedLine = { id: CARRY_OVER, side: 'expenditure', category: CARRY_OVER, remark: '', amount: '' };
    return this.ground.account.carryOver ? [...this.current, kept] : this.current;
  }

  private isGiven({ id }: TypedLine): boolean {
    return id === CARRY_OVER || this.ground.plan.some((planned) => planned.id === id);
  }

  private cell(key: string, row: number): string {
    return cellName(accountSheet(this.ground).columns, key, row);
  }
}

/** The same amount is no change: what was typed `１２０００円` does not become `12,000` on its way through Excel. */
function inTheWordsOf(before: TypedLine | undefined, amount: string): string {
  const kept = before && readableAmount(before.amount);
  return before && kept !== null && kept === readableAmount(amount) ? before.amount : amount;
}

/** In the order of the account; what is taken out comes last. */
function changesBetween(before: readonly TypedLine[], after: readonly TypedLine[]): ReadAccountWorkbook['changes'] {
  const old = new Map(before.map((line) => [line.id, line]));
  const now = new Set(after.map(({ id }) => id));
  return [
    ...after
      .filter(({ id, amount }) => old.has(id) || id !== CARRY_OVER || amount !== '')
      .map((line) => ({ before: old.get(line.id) ?? null, after: line }))
      .filter((change) => change.before === null || writeLine(change.before) !== writeLine(change.after)),
    ...before.filter(({ id }) => !now.has(id)).map((line) => ({ before: line, after: null })),
  ];
}
