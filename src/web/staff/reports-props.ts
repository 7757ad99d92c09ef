import type { ReportDesk } from '../../performance-reports/index.js';
import type { Viewer } from '../shared/index.js';

/** What the two forms of the page held when they were refused. */
export interface TypedReports {
  readonly draft?: Readonly<Record<string, unknown>>;
  readonly issue?: Readonly<Record<string, unknown>>;
}

export interface ReportsProps {
  readonly viewer: Viewer;
  readonly desk: ReportDesk;
  readonly typed: TypedReports;
  readonly today: string;
  readonly mayAct: boolean;
}
