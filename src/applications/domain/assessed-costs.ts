import { ZERO_YEN } from '../../kernel/yen.js';
import { costsOf, type BudgetCosts } from './budget-figures.js';
import type { AskedBudget, BudgetLine } from './planned-budget.js';
import { restoreBudget, type StoredBudget } from './stored-budget.js';
import { deductibleCredit } from './tax-credit.js';

/** Whether a cost can be doubtful: applicants say which are eligible, or not every category plainly is. */
export const isJudged = ({ basis, expenditure }: AskedBudget): boolean =>
  basis || expenditure.some(({ treatment }) => treatment !== 'eligible');

/** The lines of a sent budget that staff may judge; none where nothing can be doubtful. */
export const assessableLines = (asked: AskedBudget, sent: StoredBudget): readonly BudgetLine[] =>
  isJudged(asked) ? restoreBudget(sent).expenditure : [];

/** What the rule sees of a sent budget when some of its lines, by their id, are judged otherwise than it says. */
export function assessedCosts(
  asked: AskedBudget,
  sent: StoredBudget,
  judged: ReadonlyMap<string, boolean>,
): BudgetCosts {
  const { income, expenditure, taxCredit } = restoreBudget(sent);
  const lines = expenditure.map((line) => ({ ...line, eligible: judged.get(line.id) ?? line.eligible }));
  const credit = asked.taxCredit ? deductibleCredit(taxCredit) : ZERO_YEN;
  return costsOf(asked, { income, expenditure: lines }, credit);
}
