import type { ValueTransformer } from 'typeorm';
import { yen, type Yen } from '../../kernel/yen.js';

/** A `bigint` column that the code sees as Yen; null stays null and never becomes zero. */
export const yenColumn: ValueTransformer = {
  from: (stored: string | null): Yen | null => (stored === null ? null : yen(stored)),
  to: (amount: Yen | null | undefined): string | null | undefined =>
    amount === null || amount === undefined ? amount : amount.toString(),
};
