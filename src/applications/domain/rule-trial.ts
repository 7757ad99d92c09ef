import { deductibleCredit } from './tax-credit.js';
import { costsOf, type BudgetCosts } from './budget-figures.js';
import { isEligible, type JudgedCategory } from './budget-warnings.js';
import type { AskedBudget, BudgetLine } from './planned-budget.js';
import { restoreBudget } from './stored-budget.js';
import type { SubmittedContent } from './submission.js';

/** What was sent under one edition, as another edition's rule would count it. */
export interface CostsElsewhere extends BudgetCosts {
  /** Categories in which money was planned and which the other edition does not know: their lines count for nothing. */
  readonly lost: readonly string[];
}

/** The eligible costs that were sent, by the categories of another edition; what the applicant said of a line still counts. */
export function costsUnder(asked: AskedBudget, sentUnder: AskedBudget, content: SubmittedContent): CostsElsewhere {
  const { income, expenditure, taxCredit } = restoreBudget(content.budget);
  const known = new Set(asked.expenditure.map(({ id }) => id));
  const lines = expenditure.map((line) => ({
    ...line,
    eligible: eligibleUnder(
      asked.expenditure.find(({ id }) => id === line.category),
      sentUnder.expenditure.find(({ id }) => id === line.category),
      line,
    ),
  }));
  return {
    ...costsOf(asked, { income, expenditure: lines }, deductibleCredit(taxCredit)),
    lost: [...new Set(expenditure.filter(({ category }) => !known.has(category)).map(({ label }) => label))],
  };
}

/** A line that followed its category follows it still; one whose applicant said otherwise stays as it was said. */
function eligibleUnder(
  now: JudgedCategory | undefined,
  then: JudgedCategory | undefined,
  { eligible }: Pick<BudgetLine, 'eligible'>,
): boolean {
  if (!now) return false;
  const followed = then === undefined || isEligible(then, { eligible: '' }) === eligible;
  return followed ? isEligible(now, { eligible: '' }) : eligible === true;
}

/** Numbers in digits and single choices by their option, from answers as they were sent. */
export const countedAnswers = ({ answers }: Pick<SubmittedContent, 'answers'>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    answers.flatMap(({ id, kind, value }): [string, string][] => {
      if (typeof value !== 'string' || (kind !== 'number' && kind !== 'choice')) return [];
      return [[id, kind === 'number' ? value.normalize('NFKC').replace(/[^\d]/g, '') : value]];
    }),
  );
