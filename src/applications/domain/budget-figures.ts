import type { Working } from '../../kernel/working.js';
import { maxYen, subtractYen, sumYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import { isEligible, warningsOf } from './budget-warnings.js';
import type { AskedBudget, TypedBudget } from './planned-budget.js';
import { deductibleCredit, readTaxCredit } from './tax-credit.js';
import { isBlankLine, readLineAmount, type TypedLine } from './typed-line.js';

/** What an amount rule needs to know of a budget. */
export interface BudgetCosts {
  /** Eligible cost by category of expenditure. */
  readonly costs: Readonly<Record<string, Yen>>;
  /** その他の収入: income that the programme deducts. */
  readonly otherIncome: Yen;
  readonly taxCredit: Yen | 'unknown';
}

/** The grant that the programme's rule gives for a budget. */
export type GrantOf = (costs: BudgetCosts) => Working;

export interface LineFigures {
  readonly id: string;
  readonly amount: Yen;
  readonly eligible: boolean;
  readonly warnings: readonly string[];
}

/** Everything that a page says about a budget in figures. */
export interface BudgetFigures extends BudgetCosts {
  readonly lines: readonly LineFigures[];
  /** With the grant. */
  readonly income: Yen;
  readonly expenditure: Yen;
  readonly eligibleCost: Yen;
  readonly working: Working;
  /** 自己資金: what neither the grant nor other income pays. */
  readonly ownFunds: Yen;
}

/** One line as it counts: submitted, typed or assessed. */
export interface CountedLine {
  readonly category: string;
  readonly amount: Yen;
  readonly eligible: boolean | null;
}

/** What the rule sees of these lines; a category without eligible lines costs 0. */
export function costsOf(
  asked: AskedBudget,
  lines: { readonly income: readonly CountedLine[]; readonly expenditure: readonly CountedLine[] },
  taxCredit: Yen | 'unknown',
): BudgetCosts {
  const sumOf = (some: readonly CountedLine[]): Yen => sumYen(some.map(({ amount }) => amount));
  const deducted = asked.income.filter((category) => category.deducted).map(({ id }) => id);
  return {
    costs: Object.fromEntries(
      asked.expenditure.map(({ id }) => [
        id,
        sumOf(lines.expenditure.filter(({ category, eligible }) => category === id && eligible === true)),
      ]),
    ),
    otherIncome: sumOf(lines.income.filter(({ category }) => deducted.includes(category))),
    taxCredit,
  };
}

/**
 * The figures of what is typed so far, on the server and in the browser alike. What cannot be read yet counts as
 * nothing; `readBudget` names it when the section is checked.
 */
export function budgetFigures(asked: AskedBudget, typed: TypedBudget, grantOf: GrantOf): BudgetFigures {
  const written = typed.lines.filter((line) => !isBlankLine(line));
  const counted = written.map((line) => ({ ...figuresOf(asked, line), side: line.side, category: line.category }));
  const income = counted.filter(({ side }) => side === 'income');
  const expenditure = counted.filter(({ side }) => side === 'expenditure');
  const taxCredit = asked.taxCredit ? deductibleCredit(readTaxCredit(typed.taxCredit).taxCredit) : ZERO_YEN;
  const costs = costsOf(asked, { income, expenditure }, taxCredit);
  const working = grantOf(costs);
  const spent = sumYen(expenditure.map(({ amount }) => amount));
  const borneByOthers = sumYen([working.total, costs.otherIncome]);
  return {
    ...costs,
    lines: counted.map(({ id, amount, eligible, warnings }) => ({ id, amount, eligible, warnings })),
    income: sumYen([working.total, ...income.map(({ amount }) => amount)]),
    expenditure: spent,
    eligibleCost: sumYen(Object.values(costs.costs)),
    working,
    ownFunds: maxYen(ZERO_YEN, subtractYen(spent, borneByOthers)),
  };
}

function figuresOf(asked: AskedBudget, line: TypedLine): LineFigures {
  const amount = readLineAmount(line, '');
  const category = asked.expenditure.find(({ id }) => line.side === 'expenditure' && id === line.category);
  if (!category) return { id: line.id, amount, eligible: false, warnings: [] };
  return { id: line.id, amount, eligible: isEligible(category, line), warnings: warningsOf(category, line) };
}
