import { DomainError } from '../../kernel/domain-error.js';
import { parseYen, type Yen } from '../../kernel/yen.js';

export const SIDES = ['income', 'expenditure'] as const;
export type Side = (typeof SIDES)[number];

/** A line of the 収支決算書 as typed; it keeps the id of the planned line, or its own for life. */
export interface TypedLine {
  readonly id: string;
  readonly side: Side;
  readonly category: string;
  readonly remark: string;
  readonly amount: string;
}

/** The line as the one text of its field in a draft. */
export const writeLine = ({ side, category, amount, remark }: TypedLine): string =>
  JSON.stringify([side, category, amount, remark]);

/** The line that the text of a draft's field stands for. */
export function readLine(id: string, text: string): TypedLine {
  const [side, category = '', amount = '', remark = ''] = JSON.parse(text) as string[];
  return { id, side: SIDES.find((known) => known === side) ?? 'expenditure', category, amount, remark };
}

/** An amount as far as it can be read: null for blank and for what is no amount. */
export function readableAmount(typed: string): Yen | null {
  try {
    return parseYen(typed);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
