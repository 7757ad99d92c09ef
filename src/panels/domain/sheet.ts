import type { Fault } from '../../kernel/domain-error.js';
import type { Rubric } from '../../kernel/rubric.js';

/** Whole points by the id of their criterion; what is not filled in yet is missing. */
export type Points = Readonly<Record<string, number>>;

/** 採点表 of one member for one case. */
export interface Sheet {
  readonly staffId: string;
  readonly points: Points;
  /** A remark to a criterion, by its id. */
  readonly remarks: Readonly<Record<string, string>>;
  readonly overall: string;
  /** 0 while nothing was saved. */
  readonly version: number;
  readonly changedAt: Date | null;
}

export const LONGEST_REMARK = 500;
export const LONGEST_OVERALL = 2000;

/** What the page of a sheet sends, as typed. */
export interface TypedSheet {
  readonly points: Readonly<Record<string, string>>;
  readonly remarks: Readonly<Record<string, string>>;
  readonly overall: string;
}

export const filledIn = ({ criteria }: Rubric, points: Points): number =>
  criteria.filter(({ id }) => points[id] !== undefined).length;

/** Only a whole sheet counts: half of one says nothing about the case. */
export const isComplete = (rubric: Rubric, points: Points): boolean =>
  filledIn(rubric, points) === rubric.criteria.length;

/** Blank points stay open; whatever is no whole number from 0 to the most is a fault at `points.<criterion>`. */
export function readSheet(
  { criteria }: Rubric,
  typed: TypedSheet,
): { readonly sheet: Pick<Sheet, 'points' | 'remarks' | 'overall'>; readonly faults: readonly Fault[] } {
  const points: Record<string, number> = {};
  const remarks: Record<string, string> = {};
  const faults: Fault[] = [];
  for (const { id, label, most } of criteria) {
    const text = (typed.points[id] ?? '').normalize('NFKC').replace(/[\s点]/g, '');
    const given = /^\d{1,4}$/.test(text) ? Number(text) : null;
    if (given !== null && given <= most) points[id] = given;
    else if (text !== '')
      faults.push({ pointer: `points.${id}`, code: 'panels.points-range', params: { label, most } });
    const remark = (typed.remarks[id] ?? '').trim();
    if (remark !== '') remarks[id] = remark;
    if ([...remark].length > LONGEST_REMARK) faults.push(tooLong(`remarks.${id}`, LONGEST_REMARK));
  }
  const overall = typed.overall.trim();
  if ([...overall].length > LONGEST_OVERALL) faults.push(tooLong('overall', LONGEST_OVERALL));
  return { sheet: { points, remarks, overall }, faults };
}

const tooLong = (pointer: string, max: number): Fault => ({ pointer, code: 'common.too-long', params: { max } });
