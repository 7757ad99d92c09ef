import type { FiscalYear } from '../../kernel/fiscal-year.js';
import { addDays, type LocalDate } from '../../kernel/local-date.js';
import type { Machine } from '../../kernel/machine.js';
import type { VerificationSheet } from '../../kernel/verification-sheet.js';

/** Who says something of a project: the organisation that carried it out, the section in charge, the panel. */
export const SIDES = ['organization', 'staff', 'panel'] as const;
export type Side = (typeof SIDES)[number];

export const SIDE_LABELS: Readonly<Record<Side, string>> = {
  organization: '団体',
  staff: '担当課',
  panel: '審査会',
};

/**
 * open: opinions come in. proposed: the direction is in a draft. decided: the direction stands, and only the town hall and,
 * from its letter on, the organisation know it. published: everyone reads it. withdrawn: given up by staff with a reason.
 */
export const VERIFICATION_STATES = ['open', 'proposed', 'decided', 'published', 'withdrawn'] as const;
export type VerificationState = (typeof VERIFICATION_STATES)[number];
export type VerificationAction =
  'write' | 'propose' | 'draft' | 'release' | 'decide' | 'issue' | 'publish' | 'take-down' | 'withdraw' | 'reopen';

export const verificationMachine = {
  open: { write: 'open', propose: 'proposed', decide: 'decided', withdraw: 'withdrawn' },
  proposed: { draft: 'proposed', decide: 'decided', release: 'open' },
  decided: { issue: 'decided', publish: 'published' },
  // A letter that was made void is issued anew.
  published: { issue: 'published', 'take-down': 'decided' },
  withdrawn: { reopen: 'open' },
} as const satisfies Machine<VerificationState, VerificationAction>;

/** 検証 of one grant: what a project brought in its year, and what becomes of it. */
export interface Verification {
  readonly id: string;
  readonly grantId: string;
  readonly applicationId: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly programId: string;
  readonly programName: string;
  /** The project as its applicant calls it. */
  readonly title: string;
  readonly fiscalYear: FiscalYear;
  readonly state: VerificationState;
  readonly openedOn: LocalDate;
  /** Until when the opinions are asked for. */
  readonly dueOn: LocalDate;
  readonly version: number;
  /** Proposed or decided: the option and its words as they were then. */
  readonly direction: string | null;
  readonly directionLabel: string | null;
  readonly reason: string;
  readonly decidedOn: LocalDate | null;
  readonly publishedOn: LocalDate | null;
  /** 施行日 of 検証結果通知書; null until then, and when it was made void. */
  readonly issuedOn: LocalDate | null;
  readonly letterId: string | null;
  readonly letterNumber: string | null;
  /** The meeting of a panel whose members answer it; null where none was put in charge. */
  readonly meetingId: string | null;
  /** Why it was given up. */
  readonly note: string;
}

/** The sides that a sheet asks, in the order in which they stand side by side. */
export const sidesOf = ({ panel }: Pick<VerificationSheet, 'panel'>): readonly Side[] =>
  panel ? SIDES : SIDES.filter((side) => side !== 'panel');

/**
 * Those who stand side by side: a panel that was neither put in charge nor gave an answer has no column once the direction is
 * proposed.
 */
export const shownSides = (
  asked: readonly Side[],
  { state, meetingId }: Pick<Verification, 'state' | 'meetingId'>,
  given: ReadonlySet<Side>,
): readonly Side[] =>
  asked.filter((side) => side !== 'panel' || state === 'open' || meetingId !== null || given.has('panel'));

/** The last day for the opinions: so many days from the day after (民法140条). */
export const dueDayOf = ({ days }: Pick<VerificationSheet, 'days'>, from: LocalDate): LocalDate => addDays(from, days);

/** Those whose opinion has to come before the direction is decided: the section always, the others until their day has passed. */
export const waitingFor = (
  { dueOn }: Pick<Verification, 'dueOn'>,
  asked: readonly Side[],
  given: ReadonlySet<Side>,
  today: LocalDate,
): readonly Side[] => asked.filter((side) => !given.has(side) && (side === 'staff' || today <= dueOn));

/** The direction stands. */
export const isDecided = ({ state }: Pick<Verification, 'state'>): boolean =>
  state === 'decided' || state === 'published';

/** The organisation knows the direction: by its letter, or because everyone reads it. */
export const isTold = ({ state, letterId }: Pick<Verification, 'state' | 'letterId'>): boolean =>
  state === 'published' || (state === 'decided' && letterId !== null);

/** Whether a morning reminds of it: so many days before the last day, on it, and the day after. */
export const remindsOn = (
  { state, dueOn }: Pick<Verification, 'state' | 'dueOn'>,
  today: LocalDate,
  daysBefore: readonly number[],
): boolean => state === 'open' && [...daysBefore, 0, -1].some((days) => addDays(today, days) === dueOn);
