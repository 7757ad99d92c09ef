import { applyRatio, ratio } from '../../../kernel/ratio.js';
import type { WorkingLine } from '../../../kernel/working.js';
import { formatYen, subtractYen, sumYen, yen, ZERO_YEN, type Yen } from '../../../kernel/yen.js';
import type { OverSubscription, RoundingUnit } from './amount-rule.js';
import { roundingInWords } from './words.js';

/** What one application would get if the budget were large enough. */
export interface GrantRequest {
  readonly id: string;
  readonly amount: Yen;
}

export interface Allocation {
  /** In the order of the requests. */
  readonly shares: readonly GrantRequest[];
  /** What is left of the available amount, e.g. the rest that truncation leaves. */
  readonly rest: Yen;
}

/**
 * 按分: divides what is available in proportion to the requests, each cut to the unit. With a unit of one yen nothing is
 * left over: the odd yen go to the largest fractions, then to the larger request, then by id, so that the order of the
 * requests never matters. Requests that fit are met in full. RangeError on negative amounts or an id that comes twice.
 */
export function allocateProRata(requests: readonly GrantRequest[], available: Yen, unit: RoundingUnit = 1): Allocation {
  if (available < 0n || requests.some(({ amount }) => amount < 0n)) throw new RangeError('an amount below zero');
  if (new Set(requests.map(({ id }) => id)).size !== requests.length) throw new RangeError('two requests of one id');
  const asked = sumYen(requests.map(({ amount }) => amount));
  if (asked <= available) return { shares: requests, rest: subtractYen(available, asked) };
  const cut = requests.map(({ id, amount }) => ({
    id,
    amount: applyRatio(amount, ratio(available, asked), { unit: BigInt(unit), mode: 'down' }),
  }));
  const rest = subtractYen(available, sumYen(cut.map(({ amount }) => amount)));
  if (unit !== 1) return { shares: cut, rest };
  const luckier = new Set(byLargestRemainder(requests, available, asked).slice(0, Number(rest)));
  return {
    shares: cut.map(({ id, amount }) => ({ id, amount: luckier.has(id) ? yen(amount + 1n) : amount })),
    rest: ZERO_YEN,
  };
}

function byLargestRemainder(requests: readonly GrantRequest[], available: Yen, asked: Yen): string[] {
  const descending = (a: bigint, b: bigint): number => (a === b ? 0 : a > b ? -1 : 1);
  return requests
    .map(({ id, amount }) => ({ id, amount, remainder: (amount * available) % asked }))
    .sort((a, b) => descending(a.remainder, b.remainder) || descending(a.amount, b.amount) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** The line by which an application's working is brought to its share. */
export function proRataLine(
  { unit, article }: OverSubscription,
  { amount }: GrantRequest,
  share: Yen,
  { available, asked }: { readonly available: Yen; readonly asked: Yen },
): WorkingLine {
  const rounding = unit === 1 ? '' : `、${roundingInWords({ unit, mode: 'down' })}`;
  return {
    label: '按分',
    article,
    formula: `${formatYen(amount)} × 予算 ${formatYen(available)} ÷ 申請の合計 ${formatYen(asked)}${rounding}`,
    yen: subtractYen(share, amount),
  };
}
