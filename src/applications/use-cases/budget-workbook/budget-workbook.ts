import { randomUUID } from 'node:crypto';
import { writeWorkbook } from '../../../platform/excel/index.js';
import type { Upload } from '../../../platform/files/index.js';
import type { BudgetForm } from '../../../programs/index.js';
import { sheetsOf } from '../../../writing/index.js';
import { writeLine, type TypedLine } from '../../domain/typed-line.js';
import { budgetSheets } from './budget-layout.js';
import { readBudgetSheet, type ReadSheet } from './read-budget-sheet.js';

/** A line that the workbook would change; a side is null where the line is not there. */
export interface LineChange {
  readonly before: TypedLine | null;
  readonly after: TypedLine | null;
}

export interface ReadBudget extends ReadSheet {
  /** What would replace what. */
  readonly changes: readonly LineChange[];
}

/** A 収支予算書 as a workbook to go on with at home: the programme's categories as choices. */
export const makeBudgetWorkbook = (asked: BudgetForm, lines: readonly TypedLine[]): Promise<Buffer> =>
  writeWorkbook(budgetSheets(asked, lines));

/**
 * Reads a filled workbook against the lines that are kept, and changes nothing: taking it over is a save of the section
 * like any other, from the version that was compared here. Throws `files.*` and `excel.*` with a fault at `workbook`.
 */
export async function readBudgetWorkbook(
  asked: BudgetForm,
  current: readonly TypedLine[],
  workbook: Upload | null,
): Promise<ReadBudget> {
  const newId = (): string => `l${randomUUID().slice(0, 8)}`;
  const { lines, faults } = readBudgetSheet(asked, await sheetsOf(workbook), { lines: current, newId });
  return faults.length > 0 ? { faults, lines: [], changes: [] } : { faults, lines, changes: changes(current, lines) };
}

/** In the order of the workbook; what is taken out comes last. */
function changes(before: readonly TypedLine[], after: readonly TypedLine[]): LineChange[] {
  const old = new Map(before.map((line) => [line.id, line]));
  const kept = new Set(after.map(({ id }) => id));
  return [
    ...after
      .map((line) => ({ before: old.get(line.id) ?? null, after: line }))
      .filter((change) => change.before === null || writeLine(change.before) !== writeLine(change.after)),
    ...before.filter(({ id }) => !kept.has(id)).map((line) => ({ before: line, after: null })),
  ];
}
