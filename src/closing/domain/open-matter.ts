import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';

/** What a year may leave open, in the order of a case's way. */
export const OPEN_KINDS = [
  'undecided',
  'unissued',
  'changing',
  'unconfirmed',
  'unordered',
  'unpaid',
  'failed',
  'unreleased',
  'unreported',
  'uninspected',
  'unnotified',
  'unclaimed',
  'arrears',
  'unrefunded',
  'payback',
] as const;
export type OpenKind = (typeof OPEN_KINDS)[number];

/** Whose turn it is, as the list of cases says it. */
export type OpenWith = 'committee' | 'promotion' | 'approvers' | 'treasury' | 'nobody';

/** One thing that is not finished, by whom, and where one goes to finish it. */
export interface OpenMatter {
  readonly kind: OpenKind;
  /** The record that it is about: application, grant, change, claim, order, batch, report, 額の確定 or 返還, by its kind. */
  readonly id: string;
  /** The case that it belongs to; null for a batch. */
  readonly caseId: string | null;
  readonly programName: string;
  /** The organisation, or what a batch is called. */
  readonly name: string;
  readonly amount: Yen | null;
  readonly openWith: OpenWith;
  readonly dueOn: LocalDate | null;
}

/** 補助制度ごと: how many of each kind are open. */
export interface OpenOfProgram {
  readonly programName: string;
  readonly counts: Readonly<Record<OpenKind, number>>;
}

/** In the order in which the programmes first occur. */
export function byProgram(open: readonly OpenMatter[]): OpenOfProgram[] {
  const names = [...new Set(open.map(({ programName }) => programName))];
  return names.map((programName) => ({
    programName,
    counts: Object.fromEntries(
      OPEN_KINDS.map((kind) => [
        kind,
        open.filter((matter) => matter.kind === kind && matter.programName === programName).length,
      ]),
    ) as Record<OpenKind, number>,
  }));
}
