import type { TrialPage } from '../../grants/index.js';
import type { Viewer } from '../shared/index.js';
import type { PartOfRows } from '../shared/pages-of-rows.js';

/** Which form of a trial's page was refused, with what it held. */
export interface TypedTrial {
  readonly form: 'plan' | 'entries' | 'draft';
  readonly body: unknown;
}

export interface AllocationProps {
  readonly viewer: Viewer;
  readonly view: TrialPage;
  readonly part: PartOfRows;
  readonly typed: TypedTrial | undefined;
  readonly mayAct: boolean;
}
