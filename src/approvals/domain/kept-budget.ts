import type { PresentedBudget } from './shown-case.js';

/** 予算の状況 of one line as it is kept with a decision: amounts as strings, because JSON numbers are not integers. */
export type KeptBudget = Readonly<Record<keyof PresentedBudget, string>>;

/** Every line that these cases draw on, once. */
export function linesOf(budgets: readonly (PresentedBudget | null)[]): PresentedBudget[] {
  const byName = new Map(budgets.flatMap((budget) => (budget ? [[budget.lineName, budget] as const] : [])));
  return [...byName.values()];
}

export const keptBudget = (budget: PresentedBudget): KeptBudget => ({
  lineName: budget.lineName,
  ceiling: budget.ceiling.toString(),
  allotted: budget.allotted.toString(),
  reserved: budget.reserved.toString(),
  committed: budget.committed.toString(),
  paid: budget.paid.toString(),
  available: budget.available.toString(),
});
