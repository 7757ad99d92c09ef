import { yen } from '../../kernel/yen.js';
import type { Budget, BudgetLine } from './planned-budget.js';
import type { StoredTaxCredit } from './tax-credit.js';

/** Parts that budgets of before 積算根拠 were sent without. */
type LaterPart = 'basis' | 'eligible' | 'reason' | 'warnings';

export type StoredLine = Omit<BudgetLine, 'amount' | LaterPart> &
  Partial<Pick<BudgetLine, LaterPart>> & { readonly amount: string };

/** The shape in which a budget is kept as JSON: amounts as strings, because JSON numbers are not integers. */
export interface StoredBudget {
  readonly income: readonly StoredLine[];
  readonly expenditure: readonly StoredLine[];
  readonly taxCredit?: StoredTaxCredit | null;
}

const storeLine = (line: BudgetLine): StoredLine => ({ ...line, amount: line.amount.toString() });

export const storeBudget = ({ income, expenditure, taxCredit }: Budget): StoredBudget => ({
  income: income.map(storeLine),
  expenditure: expenditure.map(storeLine),
  taxCredit,
});

export const restoreBudget = ({ income, expenditure, taxCredit = null }: StoredBudget): Budget => ({
  income: income.map((line) => restoreLine(line, null)),
  // every category of those days was eligible
  expenditure: expenditure.map((line) => restoreLine(line, true)),
  taxCredit,
});

const restoreLine = (
  { amount, basis = '', reason = '', warnings = [], eligible, ...line }: StoredLine,
  unsaid: boolean | null,
): BudgetLine => ({
  ...line,
  ...{ basis, reason, warnings, amount: yen(amount), eligible: eligible === undefined ? unsaid : eligible },
});
