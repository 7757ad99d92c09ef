import { compareRatios } from '../../kernel/ratio.js';
import type { Score } from './score.js';

/** A case as it enters the ranking of its programme. */
export interface Contender {
  readonly id: string;
  readonly score: Score;
  /** The place that the panel gave it by hand among those that stayed equal; null where it gave none. */
  readonly tiePlace: number | null;
}

/** Where a case came out. */
export interface Placed {
  readonly id: string;
  /** From 1; equal cases share one and the next places stay empty. null: it fell short, or no sheet counts. */
  readonly place: number | null;
  /** With whom it is still equal: the panel has to settle it. */
  readonly equalTo: readonly string[];
  /** With whom it was equal until the panel settled it by hand. */
  readonly settledAgainst: readonly string[];
}

/**
 * Ranks by the exact mean, then by the means of the criteria that break ties, then as the panel settled by hand; what
 * stays equal shares its place. In which order the cases come does not matter.
 */
export function rankCases(contenders: readonly Contender[], tieBreak: readonly string[]): Placed[] {
  const ranked = contenders.filter(({ score }) => score.mean !== null && score.shortfalls.length === 0);
  return contenders.map((contender): Placed => {
    const { id } = contender;
    if (!ranked.includes(contender)) return { id, place: null, equalTo: [], settledAgainst: [] };
    const others = ranked.filter((other) => other !== contender);
    const level = others.filter((other) => byScore(contender, other, tieBreak) === 0);
    const before = others.filter((other) => {
      const order = byScore(other, contender, tieBreak);
      return order < 0 || (order === 0 && byHand(other, contender) < 0);
    });
    const isEqual = (other: Contender): boolean => byHand(contender, other) === 0;
    return {
      id,
      place: before.length + 1,
      equalTo: level.filter(isEqual).map((other) => other.id),
      settledAgainst: level.filter((other) => !isEqual(other)).map((other) => other.id),
    };
  });
}

/** Below zero where the first stands before the second. */
function byScore(a: Contender, b: Contender, tieBreak: readonly string[]): number {
  const means = [[a.score.mean, b.score.mean], ...tieBreak.map((id) => [meanOf(a, id), meanOf(b, id)])];
  for (const [first, second] of means) {
    const order = first && second ? compareRatios(second, first) : 0;
    if (order !== 0) return order;
  }
  return 0;
}

const meanOf = ({ score }: Contender, criterionId: string) => score.criteria.find(({ id }) => id === criterionId)?.mean;

/** Only where both were given a place does one stand before the other. */
const byHand = (a: Contender, b: Contender): number =>
  a.tiePlace === null || b.tiePlace === null ? 0 : a.tiePlace - b.tiePlace;
