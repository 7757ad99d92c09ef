import { applyRatio, ratio } from '../../../kernel/ratio.js';
import { formatYen, subtractYen, sumYen, ZERO_YEN, type Yen } from '../../../kernel/yen.js';
import type { Division } from './division.js';
import type { AllocatedCase, AllocationCase, AllocationPlan } from './allocation.js';
import { barred, isOpen } from './open-case.js';

/** Cases of one place: they are met together or not at all, so that nothing but the rank ever decides between two. */
interface Group {
  /** `3位`; empty for one without a place, which gets nothing. */
  readonly place: string;
  readonly cases: readonly AllocationCase[];
}

/**
 * 順位による切捨て: from the first place on every case is met in full while the ceiling lasts. The first that no longer fits
 * gets what is left (`part`, cut to the unit; never one of several of equal place) or nothing; whoever stands below gets
 * nothing, however small the request.
 */
export function cutByRank(cases: readonly AllocationCase[], plan: AllocationPlan, division: Division): AllocatedCase[] {
  let left: Yen = plan.ceiling;
  let cutAt: string | null = null;
  const done: AllocatedCase[] = [];
  for (const { place, cases: group } of groupsOf(cases.filter(isOpen), plan)) {
    const none = (how: string): void => void done.push(...group.map((each) => ({ ...each, amount: ZERO_YEN, how })));
    const asked = sumYen(group.map(({ requested }) => requested));
    if (place === '') none('順位がない');
    else if (cutAt !== null) none(`${place}。${cutAt}で上限に達した`);
    else if (asked <= left) {
      left = subtractYen(left, asked);
      const sum = formatYen(subtractYen(plan.ceiling, left));
      done.push(...group.map((each) => ({ ...each, amount: each.requested, how: `${place}。ここまでの累計${sum}` })));
    } else {
      cutAt = place;
      const [only] = group;
      const part = plan.atCut === 'part' && group.length === 1 ? cutTo(left, plan.unit) : ZERO_YEN;
      const rest = `${place}。残り${formatYen(left)}`;
      if (only && part > ZERO_YEN) {
        done.push({ ...only, amount: part, how: `${rest}まで（${division.rounding(plan.unit)}）` });
      } else none(`${rest}が${group.length > 1 ? `同順位${String(group.length)}件の合計` : '査定額'}に足りない`);
    }
  }
  return [...done, ...cases.filter((each) => !isOpen(each)).map(barred)];
}

const cutTo = (amount: Yen, unit: number): Yen => applyRatio(amount, ratio(1, 1), { unit: BigInt(unit), mode: 'down' });

/** From the first place to the last; those without one at the end. Within a place in the order of reception. */
function groupsOf(cases: readonly AllocationCase[], plan: AllocationPlan): Group[] {
  const received = cases.toSorted(byReception);
  if (plan.order === 'received') {
    return received.map((each, index) => ({ place: `受付順${String(index + 1)}番`, cases: [each] }));
  }
  const placeOf = ({ id, place }: AllocationCase): number | null =>
    plan.order === 'panel' ? place : plan.entries[id] === undefined ? null : Number(plan.entries[id]);
  const byPlace = new Map<number | null, AllocationCase[]>();
  for (const each of received) {
    const place = placeOf(each);
    const group = byPlace.get(place);
    if (group) group.push(each);
    else byPlace.set(place, [each]);
  }
  return [...byPlace]
    .toSorted(([a], [b]) => (a ?? Infinity) - (b ?? Infinity))
    .map(([place, group]) => ({ place: place === null ? '' : `${String(place)}位`, cases: group }));
}

function byReception(a: AllocationCase, b: AllocationCase): number {
  if (a.reference !== b.reference) return a.reference < b.reference ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
