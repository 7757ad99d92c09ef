import type { Fault } from '../../kernel/domain-error.js';
import { formatYen } from '../../kernel/yen.js';
import { COLUMN_WORDS, SIDE_WORDS, type LineColumn } from './line-cells.js';
import type { BudgetLine } from './planned-budget.js';
import { restoreBudget, type StoredBudget } from './stored-budget.js';
import { TAX_CREDIT, taxCreditInWords } from './tax-credit.js';
import { SIDES, type TypedLine } from './typed-line.js';

/** The places of a 収支予算書 that can be pointed at, each with what stands there, in reading order. */
export function budgetPlaces(stored: StoredBudget): { pointer: string; label: string; text: string }[] {
  const budget = restoreBudget(stored);
  const { taxCredit } = budget;
  return [
    ...SIDES.flatMap((side) =>
      budget[side].map((line) => ({
        pointer: `budget.${line.id}`,
        label: `${SIDE_WORDS[side]}：${line.label}`,
        text: lineInWords(line),
      })),
    ),
    ...(taxCredit
      ? [{ pointer: `budget.${TAX_CREDIT}`, label: '仕入控除税額', text: taxCreditInWords(taxCredit) }]
      : []),
    { pointer: 'budget.whole', label: '収支予算書の全体', text: '' },
  ];
}

/** The faults of lines, each with its row and field as the page numbers them: `支出の部2行目（金額）`. */
export const atTheirRows = (faults: readonly Fault[], lines: readonly TypedLine[]): Fault[] =>
  faults.map((fault) => {
    const [, id, field] = fault.pointer.split('.');
    const line = lines.find((each) => each.id === id);
    if (!line || field === undefined) return fault;
    const row = lines.filter(({ side }) => side === line.side).indexOf(line) + 1;
    const inRow = `${SIDE_WORDS[line.side]}の部${String(row)}行目（${COLUMN_WORDS[field as LineColumn]}）`;
    return { ...fault, params: { ...fault.params, inRow } };
  });

/** `報償費 60,000円（講師謝礼、30,000円 × 2人、対象外：自主講座のため）`: what differs from the plain case is said. */
export function lineInWords({ label, amount, ...line }: BudgetLine): string {
  const details = detailsOf(line);
  return `${label} ${formatYen(amount)}${details === '' ? '' : `（${details}）`}`;
}

/** Remark, 積算根拠 and what was said of eligibility. */
export function detailsOf({ remark, basis, eligible, reason }: Omit<BudgetLine, 'label' | 'amount'>): string {
  const eligibility = eligible === false ? '対象外' : reason === '' ? '' : '対象';
  const judged = [eligibility, reason].filter((part) => part !== '').join('：');
  return [remark, basis, judged].filter((part) => part !== '').join('、');
}
