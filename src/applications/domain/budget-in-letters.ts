import { formatYen } from '../../kernel/yen.js';
import { detailsOf } from './budget-places.js';
import { totalOf, type BudgetLine } from './planned-budget.js';

interface LetterTable {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly align: 'start' | 'end' }[];
  readonly rows: readonly (readonly string[])[];
  readonly totals: readonly string[];
}

/** One side of a 収支予算書 as a table of a letter, so that a printed paper says what was sent. */
export const budgetTable = (caption: string, lines: readonly BudgetLine[]): LetterTable => ({
  kind: 'table',
  caption,
  columns: [
    { label: '科目', align: 'start' },
    { label: '摘要', align: 'start' },
    { label: '金額', align: 'end' },
  ],
  rows: lines.map((line) => [line.label, detailsOf(line), formatYen(line.amount)]),
  totals: ['合計', '', formatYen(totalOf(lines))],
});
