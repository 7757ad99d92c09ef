import type { WorkbookSheet } from '../../../platform/excel/index.js';
import { TREATMENT_LABELS, type BudgetForm } from '../../../programs/index.js';
import { columnsOf, COLUMN_WORDS, ELIGIBLE_WORDS, SIDE_WORDS, type LineColumn } from '../../domain/line-cells.js';
import type { AskedBudget } from '../../domain/planned-budget.js';
import { readableYen, type TypedLine } from '../../domain/typed-line.js';
import { FIRST_LINE_ROW, type LineSheet, type SheetColumn } from '../../../writing/index.js';

type Key = 'side' | LineColumn | 'id';

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
function budgetColumns(asked: AskedBudget): SheetColumn<Key>[] {
  const labels = [...new Set([...asked.income, ...asked.expenditure].map(({ label }) => label))];
  const choices: Partial<Record<LineColumn, readonly string[]>> = {
    category: labels,
    eligible: Object.values(ELIGIBLE_WORDS),
  };
  return [
    { key: 'side', heading: '収支', width: 8, choices: Object.values(SIDE_WORDS) },
    ...columnsOf(asked).map((key): SheetColumn<Key> => {
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

export const budgetSheet = (asked: AskedBudget): LineSheet<Key> => ({
  name: '収支予算書',
  columns: budgetColumns(asked),
});

/** One sheet for both sides to fill in, and one to look categories up in. */
export function budgetSheets(asked: BudgetForm, lines: readonly TypedLine[]): WorkbookSheet[] {
  const { name, columns } = budgetSheet(asked);
  return [
    {
      ...{ name, columns, guide: guideFor(asked) },
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
