import type { Yen } from '../../../kernel/yen.js';
import type { AllocationPlan } from './allocation.js';

/** What the programmes know of dividing: 按分 with the words of its arithmetic, and `千円未満切捨て`. */
export interface Division {
  divide(
    requests: readonly { readonly id: string; readonly amount: Yen }[],
    available: Yen,
    unit: number,
  ): ReadonlyMap<string, Yen>;
  inWords(plan: AllocationPlan, requested: Yen, share: Yen, asked: Yen): string;
  rounding(unit: number): string;
}
