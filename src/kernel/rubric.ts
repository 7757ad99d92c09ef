/** What is done about a member who is tied to the applicant: left out, or counted with the mean of the others. */
export const CONFLICT_RULES = ['out', 'mean'] as const;
export type ConflictRule = (typeof CONFLICT_RULES)[number];

/** 評価項目: what every member gives points for, from 0 to `most`, in whole points. */
export interface Criterion {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly most: number;
  /** The mean of the members must reach it; null where no item fails a case by itself. */
  readonly floor: number | null;
}

/** 採点基準 of a programme's edition: how a panel judges what applies for it. */
export interface Rubric {
  readonly criteria: readonly Criterion[];
  /** The least that must be reached, by the mean of the members' totals or by the sum of them, as an exact fraction. */
  readonly least: {
    readonly of: 'mean' | 'total';
    readonly points: readonly [numerator: number, denominator: number];
  } | null;
  readonly conflictRule: ConflictRule;
  /** The criteria that decide between equal means, the first one first. */
  readonly tieBreak: readonly string[];
  readonly article: string;
}
