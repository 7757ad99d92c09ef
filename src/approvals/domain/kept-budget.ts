import { yen } from '../../kernel/yen.js';
import type { PresentedBudget } from './shown-case.js';

/**
 * 予算の状況 of one line as it is kept with a decision: amounts as strings, because JSON numbers are not integers. What was
 * decided before 戻入 was shown has no `returned`.
 */
export type KeptBudget = Readonly<Record<Exclude<keyof PresentedBudget, 'returned'>, string>> & {
  readonly returned?: string;
};

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
  returned: budget.returned.toString(),
  available: budget.available.toString(),
});

export const readBudget = (kept: KeptBudget): PresentedBudget => ({
  lineName: kept.lineName,
  ceiling: yen(kept.ceiling),
  allotted: yen(kept.allotted),
  reserved: yen(kept.reserved),
  committed: yen(kept.committed),
  paid: yen(kept.paid),
  returned: yen(kept.returned ?? '0'),
  available: yen(kept.available),
});
