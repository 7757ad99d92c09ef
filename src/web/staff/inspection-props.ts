import type { Scans } from '../../applications/index.js';
import type { PaidAmount } from '../../payments/index.js';
import type { InspectionView } from '../../performance-reports/index.js';
import type { Viewer } from '../shared/index.js';

/** What the page of an inspection and its parts are drawn from. */
export interface InspectionPageProps {
  readonly viewer: Viewer;
  readonly view: InspectionView;
  readonly scans: Scans;
  readonly paid: PaidAmount;
  readonly editable: boolean;
  readonly mayAct: boolean;
  /** The day that the field for the correction begins with, or what was typed there. */
  readonly correctBy: string;
}
