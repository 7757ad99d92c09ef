import type { Machine } from '../../kernel/machine.js';
import type { ProgramDocument } from './program-document.js';

export const VERSION_STATES = ['draft', 'published', 'withdrawn'] as const;
export type VersionState = (typeof VERSION_STATES)[number];
export type VersionAction = 'edit' | 'publish' | 'withdraw';

/** Publishing freezes: a change is a new version. Before its first application a published one may be taken back whole. */
export const versionMachine = {
  draft: { edit: 'draft', publish: 'published' },
  published: { withdraw: 'withdrawn' },
  withdrawn: {},
} as const satisfies Machine<VersionState, VersionAction>;

/** One year's edition of a programme. `number` counts the editions, `version` the saves of a draft. */
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
