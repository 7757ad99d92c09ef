import type { Fields } from '../../forms/index.js';
import type { PointAnswer } from './opinion.js';

/** What one member of the panel answers before the panel agrees on one answer. */
export interface MemberSheet {
  readonly staffId: string;
  readonly fields: Fields;
  /** As it was given, in words; null before. */
  readonly given: readonly PointAnswer[] | null;
  /** 忌避: why the member keeps away from it; blank where not. */
  readonly recused: string;
  /** 0 before anything was written. */
  readonly version: number;
}

/** A member at the table of one verification. */
export interface TableMember {
  readonly staffId: string;
  readonly name: string;
  readonly role: 'chair' | 'member';
  /** Tied to the organisation or to the proposal, or keeps away for a reason of their own. */
  readonly away: boolean;
  readonly sheet: MemberSheet;
}

export const blankSheet = (staffId: string): MemberSheet => ({
  ...{ staffId, fields: new Map(), given: null, recused: '', version: 0 },
});

/** Who brings the answers together: the chair, and where the chair keeps away the next member who does not. */
export const speakerOf = (members: readonly TableMember[]): TableMember | undefined =>
  members.filter(({ away }) => !away).toSorted((a, b) => Number(b.role === 'chair') - Number(a.role === 'chair'))[0];

/** Those whose answers count. */
export const answeredIn = (members: readonly TableMember[]): readonly TableMember[] =>
  members.filter(({ away, sheet }) => !away && sheet.given !== null);
