import { ratio } from '../../kernel/ratio.js';
import type { PanelCase, PanelResult } from './meeting.js';
import { formatPoints, mostPoints, shortfallInWords } from './points-words.js';
import { rankCases, type Placed } from './ranking.js';
import { scoreCase, type Score } from './score.js';
import type { Sheet } from './sheet.js';

/** A case with its sheets and those who neither see nor score it. */
export interface JudgedCase {
  readonly item: PanelCase;
  readonly sheets: readonly Sheet[];
  readonly recused: readonly string[];
}

export interface CaseOutcome extends JudgedCase {
  readonly score: Score;
  readonly placed: Placed;
  /** How many cases of the same programme stand on the agenda. */
  readonly of: number;
}

/** Scores every case and ranks those of one programme among each other, in the order of the agenda. */
export function outcomesOf(cases: readonly JudgedCase[]): CaseOutcome[] {
  const scored = cases.map((each) => ({ ...each, score: scoreCase(each.item.rubric, each.sheets, each.recused) }));
  const ofProgramme = (programId: string) => scored.filter(({ item }) => item.programId === programId);
  const placed = new Map<string, Placed>();
  for (const programId of new Set(cases.map(({ item }) => item.programId))) {
    const among = ofProgramme(programId);
    const contenders = among.map(({ item, score }) => ({ id: item.id, tiePlace: item.tiePlace, score }));
    const tieBreak = among[0]?.item.rubric.tieBreak ?? [];
    for (const each of rankCases(contenders, tieBreak)) placed.set(each.id, each);
  }
  return scored.map((each) => ({
    ...each,
    placed: placed.get(each.item.id) ?? { id: each.item.id, place: null, equalTo: [], settledAgainst: [] },
    of: ofProgramme(each.item.programId).length,
  }));
}

/** The result as it is kept for good; null while no sheet counts. */
export function resultOf({ item, score, placed, of }: CaseOutcome): PanelResult | null {
  const { mean, sum } = score;
  if (!mean) return null;
  return {
    mean: formatPoints(mean),
    exactMean: `${String(mean.numerator)}/${String(mean.denominator)}`,
    sum: formatPoints(sum),
    most: mostPoints(item.rubric),
    counted: score.totals.length,
    recused: score.recused,
    place: placed.place,
    of,
    shortfalls: score.shortfalls.map((shortfall) => shortfallInWords(item.rubric, shortfall)),
    criteria: item.rubric.criteria.map(({ id, label, most }) => ({
      label,
      most,
      mean: formatPoints(score.criteria.find((each) => each.id === id)?.mean ?? ratio(0, 1)),
    })),
    tieReason: placed.settledAgainst.length > 0 ? item.tieReason : null,
  };
}

/** Cases of one programme that the points leave equal, whether the panel settled it or not; each group once. */
export function equalGroups(outcomes: readonly CaseOutcome[]): CaseOutcome[][] {
  const groups = outcomes
    .map(({ placed }) => [placed.id, ...placed.equalTo, ...placed.settledAgainst])
    .filter((ids) => ids.length > 1)
    .map((ids) => outcomes.filter(({ item }) => ids.includes(item.id)));
  return groups.filter(([first], index) => groups.findIndex(([other]) => other === first) === index);
}
