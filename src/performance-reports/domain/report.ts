import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Machine } from '../../kernel/machine.js';

/**
 * open: asked for and not sent yet. inspected: 検査 found nothing left to ask; the amount may be determined. accepted: the
 * programme asks for a report alone. withdrawn: the grant was taken back, and nothing is reported.
 */
export const REPORT_STATES = ['open', 'submitted', 'returned', 'inspected', 'accepted', 'withdrawn'] as const;
export type ReportState = (typeof REPORT_STATES)[number];
export type ReportAction = 'edit' | 'submit' | 'return' | 'inspect' | 'accept' | 'reopen' | 'withdraw';

export const reportMachine = {
  open: { edit: 'open', submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { return: 'returned', inspect: 'inspected', accept: 'accepted', withdraw: 'withdrawn' },
  returned: { edit: 'returned', submit: 'submitted', withdraw: 'withdrawn' },
  inspected: { reopen: 'submitted', withdraw: 'withdrawn' },
  accepted: { reopen: 'submitted' },
  withdrawn: {},
} as const satisfies Machine<ReportState, ReportAction>;

/** 実績報告 of one grant as it stands: its row, without what is written in it. */
export interface PerformanceReport {
  readonly id: string;
  readonly grantId: string;
  readonly applicationId: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly programVersionId: string;
  readonly programName: string;
  /** The project as its applicant calls it, or the programme's name. */
  readonly title: string;
  readonly fiscalYear: FiscalYear;
  readonly state: ReportState;
  /** How often it was submitted: 0 while it was never sent, 2 after one correction. */
  readonly round: number;
  /** 事業の終わりの日: as planned, or that of 中止・廃止. */
  readonly completesOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly receivedNumber: string | null;
  readonly receivedOn: LocalDate | null;
  readonly submittedAt: Date | null;
  /** Until when the corrections are asked for. */
  readonly correctBy: LocalDate | null;
  /** 紙の報告書: the day on which it arrived; null for one that the organisation writes itself. */
  readonly paperReceivedOn: LocalDate | null;
  readonly version: number;
}

/** The organisation has to write or to correct it. */
export const isWritten = ({ state }: Pick<PerformanceReport, 'state'>): boolean =>
  state === 'open' || state === 'returned';

/** The end of the project is past: from then on the report is a task of the organisation and a case of the lists. */
export const isAskedFor = (
  { state, completesOn }: Pick<PerformanceReport, 'state' | 'completesOn'>,
  today: LocalDate,
): boolean => state === 'returned' || (state === 'open' && completesOn < today);

/** The day until which something is asked of the organisation; null while it waits for the town. */
export const openDay = ({ state, dueOn, correctBy }: PerformanceReport): LocalDate | null =>
  state === 'open' ? dueOn : state === 'returned' ? correctBy : null;

/** 期限を過ぎた: asked for and the day is over. */
export function isLate(report: PerformanceReport, today: LocalDate): boolean {
  const day = openDay(report);
  return day !== null && day < today;
}
