import type { Fault } from '../../kernel/domain-error.js';
import { endOf, endOfDay, formatDeadline, isOver, laterOf, type Deadline } from '../../kernel/deadline.js';
import { momentInJapan, type LocalDate } from '../../kernel/local-date.js';

/** 受付期間の延長: a later end for everyone at once, published beside the edition, which stays as it is. */
export interface PeriodExtension {
  readonly id: string;
  /** The edition on whose page it was published; it holds for every edition of the programme's year. */
  readonly programVersionId: string;
  readonly closes: Deadline;
  readonly reason: string;
  readonly publishedAt: Date;
  readonly publishedBy: string;
}

/** 受付期間 as it holds now. */
export interface AcceptancePeriod {
  readonly opens: LocalDate;
  readonly closes: Deadline;
  /** What moved the end to where it is; null while the edition's own holds. */
  readonly extension: PeriodExtension | null;
}

export const LONGEST_EXTENSION_REASON = 300;

/** The edition's own period, or the longest that was published beside it. */
export function acceptancePeriod(
  { opens, closes }: { readonly opens: LocalDate; readonly closes: LocalDate },
  extensions: readonly PeriodExtension[],
): AcceptancePeriod {
  return extensions.reduce<AcceptancePeriod>(
    (period, extension) =>
      laterOf(period.closes, extension.closes) === extension.closes
        ? { opens, closes: extension.closes, extension }
        : period,
    { opens, closes: endOfDay(closes), extension: null },
  );
}

export const isOpenAt = ({ opens, closes }: AcceptancePeriod, moment: Date): boolean =>
  momentInJapan(opens) <= moment && !isOver(closes, moment);

/** An extension gives time: its end lies ahead, and after the end that holds now. Faults at `closesOn` and `reason`. */
export function extensionFaults(period: AcceptancePeriod, closes: Deadline, reason: string, now: Date): Fault[] {
  const faults: Fault[] = [];
  if (isOver(closes, now)) faults.push({ pointer: 'closesOn', code: 'programs.extension-past' });
  else if (endOf(closes) <= endOf(period.closes)) {
    const params = { closes: formatDeadline(period.closes) };
    faults.push({ pointer: 'closesOn', code: 'programs.extension-not-later', params });
  }
  if (reason === '') faults.push({ pointer: 'reason', code: 'programs.extension-reason-missing' });
  if ([...reason].length > LONGEST_EXTENSION_REASON) {
    const params = { label: '延長の理由', most: LONGEST_EXTENSION_REASON };
    faults.push({ pointer: 'reason', code: 'forms.too-long', params });
  }
  return faults;
}
