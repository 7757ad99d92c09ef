import { refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Machine } from '../../kernel/machine.js';
import type { Yen } from '../../kernel/yen.js';

/** 状況報告: how far it has come. 事故報告: it will not be done in time, or something happened. */
export const REPORT_KINDS = ['progress', 'accident'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];
export const REPORT_TITLES: Readonly<Record<ReportKind, string>> = { progress: '状況報告書', accident: '事故報告書' };

/** The act by which its answer is decided. */
export const TOLD_AS = { progress: 'progress-report', accident: 'accident-report' } as const satisfies Readonly<
  Record<ReportKind, string>
>;

/** What the two kinds ask, in the words of every desk and letter. */
export const REPORT_PLACES: Readonly<Record<ReportKind, Readonly<Record<'asOf' | 'happening' | 'outlook', string>>>> = {
  progress: { asOf: 'いつの状況か', happening: 'これまでに行ったこと', outlook: 'これからの予定' },
  accident: { asOf: 'わかった日', happening: '起きたこと', outlook: 'これからどうするか' },
};

/**
 * asked: by staff, with a due day. returned: to be put right. proposed: the answer to it is in a draft 起案. read: the answer
 * is decided. withdrawn: taken back by the organisation; one that staff asked for is asked again instead.
 */
export type ReportState = 'asked' | 'sent' | 'returned' | 'proposed' | 'read' | 'withdrawn';
export type ReportAction = 'send' | 'return' | 'draft' | 'release' | 'read' | 'withdraw' | 'ask-again';

export const reportMachine = {
  asked: { send: 'sent' },
  sent: { return: 'returned', draft: 'proposed', withdraw: 'withdrawn', 'ask-again': 'asked' },
  returned: { send: 'sent', withdraw: 'withdrawn', 'ask-again': 'asked' },
  proposed: { draft: 'proposed', release: 'sent', read: 'read' },
  read: {},
  withdrawn: {},
} as const satisfies Machine<ReportState, ReportAction>;

export interface GrantReport {
  readonly id: string;
  readonly grantId: string;
  readonly organizationId: string;
  readonly kind: ReportKind;
  readonly state: ReportState;
  readonly version: number;
  readonly requestId: string | null;
  readonly askedAt: Date | null;
  readonly askedBy: string | null;
  readonly dueOn: LocalDate | null;
  /** What staff want to know. */
  readonly request: string;
  /** The day of which the report speaks. */
  readonly asOf: LocalDate | null;
  readonly happening: string;
  readonly outlook: string;
  readonly spentAmount: Yen | null;
  readonly sentAt: Date | null;
  readonly sentBy: string | null;
  readonly readAt: Date | null;
  readonly readBy: string | null;
  readonly staffNote: string;
  /** Why it was returned, and by when it is awaited again; blank while it was not. */
  readonly returnNote: string;
  readonly correctBy: LocalDate | null;
}

/** The day by which the organisation is to send it. */
export const awaitedBy = ({ state, dueOn, correctBy }: Pick<GrantReport, 'state' | 'dueOn' | 'correctBy'>) =>
  state === 'returned' ? correctBy : dueOn;

export interface WrittenReport {
  readonly asOf: LocalDate;
  readonly happening: string;
  readonly outlook: string;
  readonly spentAmount: Yen | null;
}

export const LONGEST_REPORT_TEXT = 2000;

/** Faults at `happening`, `outlook`, `asOf`. A day to come cannot be reported of. */
export function refuseUnfitReport(
  kind: ReportKind,
  { asOf, happening, outlook }: WrittenReport,
  today: LocalDate,
): void {
  const faults: Fault[] = [];
  if (asOf > today) faults.push({ pointer: 'asOf', code: 'grant-changes.report-of-future' });
  for (const [pointer, text] of Object.entries({ happening, outlook })) {
    if ([...text].length > LONGEST_REPORT_TEXT) {
      faults.push({ pointer, code: 'grant-changes.text-too-long', params: { most: LONGEST_REPORT_TEXT } });
    }
  }
  if (happening.trim() === '') faults.push({ pointer: 'happening', code: `grant-changes.${kind}-missing` });
  if (kind === 'accident' && outlook.trim() === '') {
    faults.push({ pointer: 'outlook', code: 'grant-changes.outlook-missing' });
  }
  refuseWhenFaulty(faults);
}
