import type { Type } from '@nestjs/common';

/**
 * Every stage in the order of time: a stage leans only on those above it.
 * This list, `.dependency-cruiser.cjs` and the README's map name the same order.
 */
export const STAGES: readonly Type[] = [];
