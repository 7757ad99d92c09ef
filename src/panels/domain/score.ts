import { addRatios, compareRatios, multiplyRatios, ratio, wholeRatio, type Ratio } from '../../kernel/ratio.js';
import type { Rubric } from '../../kernel/rubric.js';
import { isComplete, type Sheet } from './sheet.js';

/** Why a case does not reach what the rubric asks for. */
export type Shortfall =
  | { readonly kind: 'least'; readonly of: 'mean' | 'total'; readonly reached: Ratio; readonly least: Ratio }
  | { readonly kind: 'floor'; readonly criterionId: string; readonly reached: Ratio; readonly least: Ratio };

/** What the members' sheets come to, exactly. */
export interface Score {
  /** Whose sheets count, with their totals in points. */
  readonly totals: readonly { readonly staffId: string; readonly total: number }[];
  /** 忌避: who neither scored nor influenced anything. */
  readonly recused: readonly string[];
  /** The mean of the totals; null while no sheet counts. */
  readonly mean: Ratio | null;
  /** The sum of the totals, where the rule says so with the mean in the place of each recused member. */
  readonly sum: Ratio;
  /** The mean of each criterion in the order of the rubric; empty while no sheet counts. */
  readonly criteria: readonly { readonly id: string; readonly mean: Ratio }[];
  readonly shortfalls: readonly Shortfall[];
}

type Scored = Pick<Sheet, 'staffId' | 'points'>;

/**
 * Works out a case in exact fractions; in which order the sheets come does not matter. A recused member's sheet is as if
 * it were not there. The mean in the place of a recused member leaves the mean of all as it is and changes the sum alone.
 */
export function scoreCase(rubric: Rubric, sheets: readonly Scored[], recused: readonly string[]): Score {
  const counting = sheets
    .filter(({ staffId, points }) => !recused.includes(staffId) && isComplete(rubric, points))
    .toSorted((a, b) => (a.staffId < b.staffId ? -1 : 1));
  const pointsFor = (id: string): number[] => counting.map(({ points }) => points[id] ?? 0);
  const totals = counting.map(({ staffId, points }) => ({
    staffId,
    total: added(rubric.criteria.map(({ id }) => points[id] ?? 0)),
  }));
  const given = added(totals.map(({ total }) => total));
  const mean = counting.length === 0 ? null : ratio(given, counting.length);
  const isFilled = rubric.conflictRule === 'mean' && recused.length > 0;
  const filling = mean && isFilled ? multiplyRatios(mean, wholeRatio(recused.length)) : null;
  const score = {
    totals,
    recused,
    mean,
    sum: filling ? addRatios(wholeRatio(given), filling) : wholeRatio(given),
    criteria: mean ? rubric.criteria.map(({ id }) => ({ id, mean: ratio(added(pointsFor(id)), counting.length) })) : [],
  };
  return { ...score, shortfalls: shortfallsOf(rubric, score) };
}

const added = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

function shortfallsOf(
  { least, criteria }: Rubric,
  { mean, sum, criteria: means }: Omit<Score, 'shortfalls'>,
): Shortfall[] {
  if (!mean) return [];
  const shortfalls: Shortfall[] = [];
  if (least) {
    const asked = ratio(...least.points);
    const reached = least.of === 'mean' ? mean : sum;
    if (compareRatios(reached, asked) < 0) shortfalls.push({ kind: 'least', of: least.of, reached, least: asked });
  }
  for (const { id, floor } of criteria) {
    const reached = means.find((each) => each.id === id)?.mean;
    if (floor === null || !reached || compareRatios(reached, wholeRatio(floor)) >= 0) continue;
    shortfalls.push({ kind: 'floor', criterionId: id, reached, least: wholeRatio(floor) });
  }
  return shortfalls;
}
