import { formatYen, subtractYen, sumYen, yen, ZERO_YEN, type Yen } from '../../../kernel/yen.js';
import type { AllocatedCase, Allocation, AllocationCase, AllocationPlan } from './allocation.js';
import { cutByRank } from './cut-by-rank.js';
import type { Division } from './division.js';
import { barred, isOpen } from './open-case.js';

const IN_FULL = '査定額のとおり';

/**
 * Divides the ceiling among the cases. Nobody gets more than 査定額. A cut by rank, 按分 and the largest cap that fits never
 * exceed the ceiling; a cap or amounts that staff type may, and `left` says by how much. The order in which cases come
 * changes no amount.
 */
export function allocate(cases: readonly AllocationCase[], plan: AllocationPlan, division: Division): Allocation {
  const done = dividers[plan.method](cases, plan, division);
  const allocated = sumYen(done.map(({ amount }) => amount));
  return {
    cases: done,
    asked: sumYen(cases.map(({ requested }) => requested)),
    allocated,
    left: subtractYen(plan.ceiling, allocated),
  };
}

type Divider = (cases: readonly AllocationCase[], plan: AllocationPlan, division: Division) => AllocatedCase[];

const dividers: Readonly<Record<AllocationPlan['method'], Divider>> = {
  rank: cutByRank,
  'pro-rata': (cases, plan, division) => {
    const sharing = cases.filter(isOpen);
    const asked = sumYen(sharing.map(({ requested }) => requested));
    const shares = division.divide(
      sharing.map(({ id, requested }) => ({ id, amount: requested })),
      plan.ceiling,
      plan.unit,
    );
    return cases.map((each) => {
      const share = shares.get(each.id);
      if (share === undefined) return barred(each);
      const how = share === each.requested ? IN_FULL : division.inWords(plan, each.requested, share, asked);
      return { ...each, amount: share, how };
    });
  },
  cap: (cases, plan, division) => {
    const cap = plan.cap ?? largestCap(cases.filter(isOpen), plan);
    const words =
      plan.cap === null ? `${formatYen(cap)}（上限に収まる最大の額、${division.rounding(plan.unit)}）` : formatYen(cap);
    return cases.map((each) => {
      if (!isOpen(each)) return barred(each);
      if (each.requested <= cap) return { ...each, amount: each.requested, how: IN_FULL };
      return { ...each, amount: cap, how: `1件${words}まで` };
    });
  },
  hand: (cases, { entries, note }) =>
    cases.map((each) => {
      const entry = entries[each.id];
      if (entry === undefined) return { ...each, amount: each.requested, how: IN_FULL };
      const amount = lesser(yen(entry), each.requested);
      return { ...each, amount, how: amount === each.requested ? IN_FULL : note };
    }),
};

const lesser = (a: Yen, b: Yen): Yen => (a < b ? a : b);

/** The largest whole number of units that nobody's share exceeds so that all shares fit; what is assessed below it stays. */
function largestCap(cases: readonly AllocationCase[], { ceiling, unit }: AllocationPlan): Yen {
  const size = BigInt(unit);
  const fits = (units: bigint): boolean =>
    sumYen(cases.map(({ requested }) => lesser(requested, (units * size) as Yen))) <= ceiling;
  const most = cases.reduce((top, { requested }) => (requested > top ? requested : top), ZERO_YEN);
  let [low, high] = [0n, most / size + 1n];
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (fits(middle)) low = middle;
    else high = middle - 1n;
  }
  return (low * size) as Yen;
}
