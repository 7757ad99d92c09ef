import type { Scans } from '../../applications/index.js';
import type { Yen } from '../../kernel/yen.js';
import type { InspectionView } from '../../performance-reports/index.js';
import type { Viewer } from '../shared/index.js';

/** What the page of an inspection and its parts are drawn from. */
export interface InspectionPageProps {
  readonly viewer: Viewer;
  readonly view: InspectionView;
  readonly scans: Scans;
  /** From the grant's own year. */
  readonly paid: Yen;
  /** From a later year's budget, after the closing. */
  readonly later: Yen;
  readonly editable: boolean;
  readonly mayAct: boolean;
  /** The day that the field for the correction begins with, or what was typed there. */
  readonly correctBy: string;
}
