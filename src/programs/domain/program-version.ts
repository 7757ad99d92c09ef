import type { FiscalYear } from '../../kernel/fiscal-year.js';
import { dayInJapan, type LocalDate } from '../../kernel/local-date.js';
import type { Machine } from '../../kernel/machine.js';
import type { ProgramDocument } from './program-document.js';

export const VERSION_STATES = ['draft', 'published', 'withdrawn'] as const;
export type VersionState = (typeof VERSION_STATES)[number];
export type VersionAction = 'edit' | 'discard' | 'publish' | 'withdraw';

/**
 * Publishing freezes: a change is a new version. Before its first application a published one may be taken back whole.
 * A discarded draft is gone; only the audit trail speaks of it.
 */
export const versionMachine = {
  draft: { edit: 'draft', discard: 'draft', publish: 'published' },
  published: { withdraw: 'withdrawn' },
  withdrawn: {},
} as const satisfies Machine<VersionState, VersionAction>;

/** One year's edition of a programme. `number` counts the editions of its year, `version` the saves of a draft. */
export interface ProgramVersion {
  readonly id: string;
  readonly programId: string;
  readonly number: number;
  readonly state: VersionState;
  readonly document: ProgramDocument;
  readonly version: number;
  readonly changedAt: Date;
  readonly changedBy: string;
  readonly publishedAt: Date | null;
  readonly publishedBy: string | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: string | null;
  readonly withdrawalReason: string | null;
}

/** The open draft of this year among a programme's editions, and the number that a new one would have. */
export function placeForDraft(
  editions: readonly ProgramVersion[],
  fiscalYear: FiscalYear,
): { readonly open: ProgramVersion | null; readonly newest: ProgramVersion | null; readonly number: number } {
  const ofYear = editions.filter(({ document }) => document.fiscalYear === fiscalYear);
  const newest = ofYear.toSorted((a, b) => b.number - a.number)[0] ?? null;
  return { open: ofYear.find(({ state }) => state === 'draft') ?? null, newest, number: (newest?.number ?? 0) + 1 };
}

/** Whether one of these is a newer published edition of the same programme and year. */
export const isSupersededBy = (version: ProgramVersion, others: readonly ProgramVersion[]): boolean =>
  version.state === 'published' &&
  others.some(
    ({ programId, number, state, document: { fiscalYear } }) =>
      programId === version.programId &&
      fiscalYear === version.document.fiscalYear &&
      state === 'published' &&
      number > version.number,
  );

/** Of published editions, newest first, the one in force on a day: the newest published by then, or the first one if none was. */
export const inForceOn = (editions: readonly ProgramVersion[], day: LocalDate): ProgramVersion | null =>
  editions.find(({ publishedAt }) => publishedAt !== null && dayInJapan(publishedAt) <= day) ?? editions.at(-1) ?? null;
