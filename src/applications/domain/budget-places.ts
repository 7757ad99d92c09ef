import { formatYen } from '../../kernel/yen.js';
import { SIDE_WORDS } from './line-cells.js';
import type { BudgetLine } from './planned-budget.js';
import { restoreBudget, type StoredBudget } from './stored-budget.js';
import { TAX_CREDIT, taxCreditInWords } from './tax-credit.js';
import { SIDES } from './typed-line.js';

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
