import { ZERO_YEN, type Yen } from '../../kernel/yen.js';

/** When a change needs approval: percents of what was planned; null does not matter. */
export interface ThresholdRule {
  readonly totalPercent: number | null;
  readonly categoryPercent: number | null;
}

export interface CategoryAmount {
  readonly id: string;
  readonly label: string;
  readonly yen: Yen;
}

/** One sum of the 収支予算書 before and after, and whether it moves by more than it may without approval. */
export interface MovedAmount {
  /** null: the total of the expenditure. */
  readonly category: string | null;
  readonly label: string;
  readonly before: Yen;
  readonly after: Yen;
  readonly percent: number | null;
  readonly over: boolean;
}

/**
 * Whether an amount moves by more than so many percent of what it was: exactly the percent is not more. What begins from
 * nothing, or ends in nothing where something was, is compared by the same sum: from nothing every yen is more.
 */
export function exceeds(before: Yen, after: Yen, percent: number): boolean {
  const moved = after > before ? after - before : before - after;
  return moved * 100n > before * BigInt(percent);
}

/** The total and every category that stands before or after, in the order of the programme's form. */
export function movedAmounts(
  rule: ThresholdRule,
  before: readonly CategoryAmount[],
  after: readonly CategoryAmount[],
): MovedAmount[] {
  const sum = (some: readonly CategoryAmount[]): Yen => some.reduce((total, { yen }) => total + yen, 0n) as Yen;
  const compared = (label: string, category: string | null, from: Yen, to: Yen, percent: number | null) => ({
    ...{ category, label, before: from, after: to, percent },
    over: percent !== null && exceeds(from, to, percent),
  });
  const labels = new Map([...before, ...after].map(({ id, label }) => [id, label]));
  const amountIn = (some: readonly CategoryAmount[], id: string): Yen => sum(some.filter((each) => each.id === id));
  return [
    compared('支出の合計', null, sum(before), sum(after), rule.totalPercent),
    ...[...labels]
      .map(([id, label]) => compared(label, id, amountIn(before, id), amountIn(after, id), rule.categoryPercent))
      .filter((moved) => moved.before !== ZERO_YEN || moved.after !== ZERO_YEN),
  ];
}

/** Approval is needed where a sum moves too far, more money is asked for, or staff asked for an application. */
export const needsApproval = (
  moved: readonly MovedAmount[],
  { increase, approvalAsked }: { readonly increase: boolean; readonly approvalAsked: boolean },
): boolean => increase || approvalAsked || moved.some(({ over }) => over);
