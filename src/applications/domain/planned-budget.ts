import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { parseYen, subtractYen, sumYen, yen, ZERO_YEN, type Yen } from '../../kernel/yen.js';

export const SIDES = ['income', 'expenditure'] as const;
export type Side = (typeof SIDES)[number];

/** The categories that the programme offers on each side, and the words for its own grant. */
export interface Categories {
  readonly grantLabel: string;
  readonly income: readonly { readonly id: string; readonly label: string }[];
  readonly expenditure: readonly { readonly id: string; readonly label: string }[];
}

/** A line of the 収支予算書 as typed; it keeps its id for life, so that a point of the review stays at its line. */
export interface TypedLine {
  readonly id: string;
  readonly side: Side;
  readonly category: string;
  readonly amount: string;
  readonly remark: string;
}

/** A line as submitted, with its category in words. */
export interface BudgetLine {
  readonly id: string;
  readonly category: string;
  readonly label: string;
  readonly amount: Yen;
  readonly remark: string;
}

export interface Budget {
  readonly income: readonly BudgetLine[];
  readonly expenditure: readonly BudgetLine[];
}

type StoredLine = Omit<BudgetLine, 'amount'> & { readonly amount: string };
export interface StoredBudget {
  readonly income: readonly StoredLine[];
  readonly expenditure: readonly StoredLine[];
}

/** The income line that is the grant itself. Nobody types it: it equals the computed amount by construction. */
export const GRANT_LINE = 'grant';
export const MOST_LINES = 60;
export const LONGEST_REMARK = 100;

export const isBlankLine = ({ category, amount, remark }: TypedLine): boolean =>
  [category, amount, remark].every((text) => text.trim() === '');

/**
 * The 収支予算書 with the grant as its first income line. Every fault points at its cell
 * (`budget.<line>.amount`) or, for the whole, at `budget`: 収入合計 = 支出合計.
 */
export function readBudget(
  categories: Categories,
  typed: readonly TypedLine[],
  grant: Yen,
): { readonly budget: Budget; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const linesOf = (side: Side): BudgetLine[] =>
    typed
      .filter((line) => line.side === side && !isBlankLine(line))
      .map((line) => readLine(categories[side], line, faults));
  const grantLine = { id: GRANT_LINE, category: GRANT_LINE, label: categories.grantLabel, amount: grant, remark: '' };
  const budget = { income: [grantLine, ...linesOf('income')], expenditure: linesOf('expenditure') };
  if (budget.expenditure.length === 0) faults.push({ pointer: 'budget', code: 'applications.no-expenditure' });
  // A sum over lines that could not be read would only mislead.
  else if (faults.length === 0) faults.push(...balanceFaults(budget));
  return { budget, faults };
}

function readLine(categories: Categories[Side], line: TypedLine, faults: Fault[]): BudgetLine {
  const at = (field: string): string => `budget.${line.id}.${field}`;
  const category = categories.find(({ id }) => id === line.category);
  if (!category) faults.push({ pointer: at('category'), code: 'applications.line-without-category' });
  if ([...line.remark].length > LONGEST_REMARK) {
    faults.push({ pointer: at('remark'), code: 'applications.remark-too-long', params: { most: LONGEST_REMARK } });
  }
  return {
    id: line.id,
    category: line.category,
    label: category?.label ?? '',
    amount: readAmount(line.amount, at('amount'), faults),
    remark: line.remark.trim(),
  };
}

function readAmount(typed: string, pointer: string, faults: Fault[]): Yen {
  try {
    const amount = parseYen(typed);
    if (amount !== null && amount > 0n) return amount;
    faults.push({ pointer, code: 'applications.line-without-amount' });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    faults.push({ pointer, code: error.code, params: error.params });
  }
  return ZERO_YEN;
}

export const totalOf = (lines: readonly { readonly amount: Yen }[]): Yen => sumYen(lines.map(({ amount }) => amount));

/** 収入合計 must equal 支出合計; the fault names both sums and what is missing where. */
export function balanceFaults(budget: Budget): Fault[] {
  const income = totalOf(budget.income);
  const expenditure = totalOf(budget.expenditure);
  if (income === expenditure) return [];
  const short = income < expenditure;
  const difference = short ? subtractYen(expenditure, income) : subtractYen(income, expenditure);
  const code = short ? 'applications.income-short' : 'applications.expenditure-short';
  return [{ pointer: 'budget', code, params: { income, expenditure, difference } }];
}

export const storeBudget = ({ income, expenditure }: Budget): StoredBudget => ({
  income: income.map((line) => ({ ...line, amount: line.amount.toString() })),
  expenditure: expenditure.map((line) => ({ ...line, amount: line.amount.toString() })),
});

export const restoreBudget = ({ income, expenditure }: StoredBudget): Budget => ({
  income: income.map((line) => ({ ...line, amount: yen(line.amount) })),
  expenditure: expenditure.map((line) => ({ ...line, amount: yen(line.amount) })),
});
