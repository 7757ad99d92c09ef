import type { Machine } from '../../kernel/machine.js';
import type { ProgramDocument } from './program-document.js';

export const VERSION_STATES = ['draft', 'published'] as const;
export type VersionState = (typeof VERSION_STATES)[number];
export type VersionAction = 'edit' | 'publish';

/** Publishing freezes: nothing leads out of `published`; a change is a new version. */
export const versionMachine = {
  draft: { edit: 'draft', publish: 'published' },
  published: {},
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
}
