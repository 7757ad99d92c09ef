import { endOfDay, formatDeadline, isOver, laterOf, type Deadline } from '../../kernel/deadline.js';
import type { Fault } from '../../kernel/domain-error.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import { formatEra, momentInJapan, type LocalDate } from '../../kernel/local-date.js';

/** 期限後の受付: staff let one organisation apply after the end, until a day, for a reason. */
export interface LateAcceptance {
  readonly id: string;
  readonly organizationId: string;
  readonly programId: string;
  readonly fiscalYear: FiscalYear;
  /** null: for whatever the organisation writes for the programme, also what it has not begun. */
  readonly applicationId: string | null;
  readonly untilOn: LocalDate;
  readonly reason: string;
  readonly allowedAt: Date;
  readonly allowedBy: string;
}

/** The programme's period as it holds for everyone. */
interface Period {
  readonly opens: LocalDate;
  readonly closes: Deadline;
  readonly extension: { readonly reason: string; readonly publishedAt: Date } | null;
}

/** When one application may be sent for the first time. */
export interface SubmissionWindow extends Period {
  /** What staff allowed beyond the period; null while it is of no use. */
  readonly late: LateAcceptance | null;
  /** The end that holds for this application. */
  readonly until: Deadline;
}

export const LONGEST_LATE_REASON = 300;

/** `applicationId` is null for an application that has yet to begin. */
export function submissionWindow(
  { opens, closes, extension }: Period,
  allowed: readonly LateAcceptance[],
  applicationId: string | null,
): SubmissionWindow {
  const ours = allowed.filter((each) => each.applicationId === null || each.applicationId === applicationId);
  return ours.reduce<SubmissionWindow>(
    (window, late) => {
      const until = endOfDay(late.untilOn);
      return laterOf(window.until, until) === until ? { ...window, late, until } : window;
    },
    { opens, closes, extension, late: null, until: closes },
  );
}

/** A first sending must fall within the window; a correction may come later, because the town asked for it. */
export function windowFaults({ opens, until }: SubmissionWindow, round: number, now: Date): Fault[] {
  if (round > 0) return [];
  if (now < momentInJapan(opens)) {
    return [{ pointer: '', code: 'applications.not-yet-open', params: { opens: formatEra(opens) } }];
  }
  if (isOver(until, now)) {
    return [{ pointer: '', code: 'applications.period-over', params: { closes: formatDeadline(until) } }];
  }
  return [];
}

/** The act by which a sending at this moment is taken; null while the period holds for everyone. */
export const lateActNeeded = ({ closes, late }: SubmissionWindow, now: Date): LateAcceptance | null =>
  isOver(closes, now) ? late : null;

/** It gives time: beyond the end that everyone has, and beyond now. Faults at `untilOn` and `reason`. */
export function lateAcceptanceFaults(closes: Deadline, untilOn: LocalDate, reason: string, now: Date): Fault[] {
  const faults: Fault[] = [];
  const until = endOfDay(untilOn);
  if (isOver(until, now)) faults.push({ pointer: 'untilOn', code: 'applications.late-until-past' });
  else if (laterOf(closes, until) !== until) {
    faults.push({
      pointer: 'untilOn',
      code: 'applications.late-not-later',
      params: { closes: formatDeadline(closes) },
    });
  }
  if (reason === '') faults.push({ pointer: 'reason', code: 'applications.late-reason-missing' });
  if ([...reason].length > LONGEST_LATE_REASON) {
    faults.push({ pointer: 'reason', code: 'common.too-long', params: { max: LONGEST_LATE_REASON } });
  }
  return faults;
}
