/** The part of this stage that also runs in the browser: pure, so that it can be bundled without the server. */
export { budgetFigures, type BudgetFigures, type LineFigures } from './domain/budget-figures.js';
export { categoryIn, columnsOf, eligibilityIn, parseCells, type LineColumn } from './domain/line-cells.js';
export { MOST_LINES, type AskedBudget } from './domain/planned-budget.js';
export { blankLine, readEligibility, SIDES, type Side, type TypedLine } from './domain/typed-line.js';
export { workingUpTo } from './domain/working-up-to.js';
