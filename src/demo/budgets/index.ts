/** Budget lines of the demonstration towns for 令和8年度. */
export { seedBudgetLines } from './seed-budget-lines.js';
