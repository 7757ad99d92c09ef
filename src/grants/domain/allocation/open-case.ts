import { ZERO_YEN } from '../../../kernel/yen.js';
import type { AllocatedCase, AllocationCase } from './allocation.js';

/** Whether it takes part; what fell short before the panel, or is assessed at nothing, does not. */
export const isOpen = ({ fellShort, requested }: AllocationCase): boolean => !fellShort && requested > ZERO_YEN;

export const barred = (each: AllocationCase): AllocatedCase => ({
  ...each,
  amount: ZERO_YEN,
  how: each.fellShort ? '審査会の基準に達していない' : '査定額が0円',
});
