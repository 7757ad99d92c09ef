import { addDays, dayInJapan, type LocalDate } from '../../kernel/local-date.js';
import type { CaseItem } from './case.js';

/** What the organisation has begun and not finished: a draft before the end of its period, or a correction before its day. */
export interface UnfinishedCase extends CaseItem {
  readonly dueOn: LocalDate;
}

/** How far ahead the nearest ends are looked at: as far as the town's first reminder. */
export const farthestOf = (reminderDays: readonly number[]): number => Math.max(0, ...reminderDays);

/**
 * Whether the organisation is reminded today: a day of reminder has come and none was sent since. One that was missed is
 * made up for, but not one whose day had passed before the case came to stand as it does (begun, returned, extended).
 */
export function isToBeReminded(
  { dueOn, changedAt }: Pick<UnfinishedCase, 'dueOn' | 'changedAt'>,
  reminderDays: readonly number[],
  remindedOn: LocalDate | null,
  today: LocalDate,
): boolean {
  return reminderDays
    .map((days) => addDays(dueOn, -days))
    .some((day) => day <= today && day >= dayInJapan(changedAt) && (remindedOn === null || remindedOn < day));
}
