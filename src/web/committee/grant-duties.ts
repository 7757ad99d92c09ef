import { awaitedBy, REPORT_TITLES, type GrantCase } from '../../grant-changes/index.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { ClaimWithOrder } from '../../payments/index.js';
import type { PerformanceReport, ReportState } from '../../performance-reports/index.js';
import type { Tone, Viewer } from '../shared/index.js';
import { REPORT_STATE } from '../shared/change-words.js';
import { claimProgress } from './claim-list.page.js';
import { reportUrl } from './report-words.js';

/** Something that the decision or the rule asks of the organisation, as far as the house knows where it stands. */
export interface Duty {
  readonly duty: string;
  readonly href: string | null;
  readonly due: LocalDate | null;
  readonly label: string;
  readonly tone: Tone;
}

const PERFORMANCE: Readonly<Record<ReportState, { readonly label: string; readonly tone: Tone }>> = {
  open: { label: '提出待ち', tone: 'warning' },
  returned: { label: '要修正', tone: 'warning' },
  submitted: { label: '提出済み', tone: 'info' },
  inspected: { label: '検査中', tone: 'info' },
  accepted: { label: '検査済み', tone: 'success' },
  withdrawn: { label: '要りません', tone: 'neutral' },
};

/** Claims, reports on the way and the report at the end, in the order in which they come. */
export function dutiesOf(
  viewer: Viewer,
  { grant, reports }: GrantCase,
  claims: readonly ClaimWithOrder[],
  performance: PerformanceReport | null,
): Duty[] {
  const { progressDue } = grant.document.changes;
  const unasked = progressDue !== null && !reports.some(({ kind }) => kind === 'progress');
  return [
    ...claims
      .filter(({ claim }) => claim.grantId === grant.id && claim.state !== 'withdrawn')
      .map((line) => ({
        duty: '請求書を確かめて出す',
        href: viewer.url(`committee/claims/${line.claim.id}`),
        due: null,
        ...claimProgress(line),
      })),
    ...reports
      .filter(({ dueOn }) => dueOn !== null)
      .map(({ id, kind, state, dueOn, correctBy }) => ({
        duty: `${REPORT_TITLES[kind]}を出す`,
        href: viewer.url(`committee/changes/reports/${id}`),
        due: awaitedBy({ state, dueOn, correctBy }),
        ...REPORT_STATE[state],
      })),
    ...(unasked
      ? [
          {
            duty: `${REPORT_TITLES.progress}を出す`,
            href: viewer.url(`committee/grants/${grant.id}/reports/progress`),
            due: progressDue,
            ...REPORT_STATE.asked,
          },
        ]
      : []),
    ...(performance
      ? [
          {
            duty: '実績報告書を出す',
            href: reportUrl(viewer, performance.id),
            due: performance.dueOn,
            ...PERFORMANCE[performance.state],
          },
        ]
      : []),
  ];
}
