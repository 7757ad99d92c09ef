import { columnName, type WorkbookColumn, type WorkbookSheet } from '../../../platform/excel/index.js';
import { TREATMENT_LABELS, type BudgetForm } from '../../../programs/index.js';
import { columnsOf, COLUMN_WORDS, ELIGIBLE_WORDS, SIDE_WORDS, type LineColumn } from '../../domain/line-cells.js';
import type { AskedBudget } from '../../domain/planned-budget.js';
import { readableYen, type TypedLine } from '../../domain/typed-line.js';

export const BUDGET_SHEET = '収支予算書';
/** As Excel counts: the guide is row 1, the headings row 2. */
export const FIRST_LINE_ROW = 3;

type Key = 'side' | LineColumn | 'id';
interface BudgetColumn extends WorkbookColumn {
  readonly key: Key;
}

const WIDTHS: Readonly<Record<LineColumn, number>> = {
  category: 22,
  remark: 34,
  unitPrice: 12,
  quantity: 8,
  unit: 8,
  amount: 14,
  eligible: 10,
  reason: 34,
};

/** Side and line frame the cells of a line; the id ties a line to its points and to what another officer writes. */
export function budgetColumns(asked: AskedBudget): BudgetColumn[] {
  const labels = [...new Set([...asked.income, ...asked.expenditure].map(({ label }) => label))];
  const choices: Partial<Record<LineColumn, readonly string[]>> = {
    category: labels,
    eligible: Object.values(ELIGIBLE_WORDS),
  };
  return [
    { key: 'side', heading: '収支', width: 8, choices: Object.values(SIDE_WORDS) },
    ...columnsOf(asked).map((key): BudgetColumn => {
      const offered = choices[key];
      const amount = key === 'unitPrice' || key === 'amount';
      return {
        ...{ key, heading: COLUMN_WORDS[key], width: WIDTHS[key] },
        ...(offered && { choices: offered }),
        ...(amount && { kind: 'amount' as const }),
      };
    }),
    { key: 'id', heading: '行の記号', width: 14 },
  ];
}

/** The heading over a cell, for the list of faults. */
export const headingOf = (asked: AskedBudget, cell: string): string =>
  budgetColumns(asked).find((_, index) => columnName(index) === /^[A-Z]+/.exec(cell)?.[0])?.heading ?? '';

/** One sheet for both sides to fill in, and one to look categories up in. */
export function budgetSheets(asked: BudgetForm, lines: readonly TypedLine[]): WorkbookSheet[] {
  const columns = budgetColumns(asked);
  return [
    {
      ...{ name: BUDGET_SHEET, columns, guide: guideFor(asked) },
      rows: lines.map((line) => columns.map(({ key, kind }) => cellOf(asked, line, key, kind === 'amount'))),
    },
    {
      name: '科目の一覧',
      columns: [
        { heading: '収支', width: 8 },
        { heading: '科目', width: 22 },
        { heading: '扱い', width: 10 },
        { heading: '説明', width: 60 },
      ],
      rows: [
        ...asked.income.map(({ label }) => [SIDE_WORDS.income, label, '', '']),
        ...asked.expenditure.map(({ label, treatment, note }) => [
          SIDE_WORDS.expenditure,
          label,
          TREATMENT_LABELS[treatment],
          note,
        ]),
      ],
    },
  ];
}

const guideFor = ({ grantLabel, basis }: AskedBudget): string =>
  [
    `${String(FIRST_LINE_ROW)}行目から、1行に1つずつ書いてください。収支と科目は一覧から選びます。`,
    basis ? '単価と数量を書いた行は、金額を空欄にできます。' : '',
    `${grantLabel}は自動で入るので書きません。「行の記号」は変えず、新しい行では空欄にしてください。`,
  ].join('');

function cellOf(asked: AskedBudget, line: TypedLine, key: Key, amount: boolean): string | number {
  if (key === 'side') return SIDE_WORDS[line.side];
  if (key === 'category') return asked[line.side].find(({ id }) => id === line.category)?.label ?? '';
  if (key === 'eligible') return line.eligible === '' ? '' : ELIGIBLE_WORDS[line.eligible];
  if (!amount) return line[key];
  // what is no amount yet stays as it was typed
  const readable = readableYen(line[key]);
  return readable === null ? line[key] : Number(readable);
}
