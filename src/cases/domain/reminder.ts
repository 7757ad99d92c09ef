import { addDays, dayInJapan, type LocalDate } from '../../kernel/local-date.js';
import type { CaseItem } from './case.js';

/** What the organisation has begun and not finished: a draft before the end of its period, or a correction before its day. */
export interface UnfinishedCase extends CaseItem {
  readonly dueOn: LocalDate;
}

/** How far ahead the nearest ends are looked at: as far as the town's first reminder. */
export const farthestOf = (reminderDays: readonly number[]): number => Math.max(0, ...reminderDays);

/** A report is owed also when its day is over: these days after it the organisation is reminded again. */
const DAYS_AFTER = [1, 8, 15, 29] as const;

const isReport = ({ phase }: Pick<CaseItem, 'phase'>): boolean => phase === 'reporting' || phase === 'report-returned';

/** How far back the ends are looked at that somebody is still reminded of. */
export const FARTHEST_AFTER = DAYS_AFTER.at(-1) ?? 0;

/** What is still spoken of: everything until its day, and what is owed for some weeks after it. */
export const isSpokenOf = (item: Pick<UnfinishedCase, 'phase' | 'dueOn'>, today: LocalDate): boolean =>
  item.dueOn >= today || isReport(item);

/**
 * Whether the organisation is reminded today: a day of reminder has come and none was sent since. One that was missed is
 * made up for, but not one whose day had passed before the case came to stand as it does (begun, returned, extended).
 */
export function isToBeReminded(
  item: Pick<UnfinishedCase, 'phase' | 'dueOn' | 'changedAt'>,
  reminderDays: readonly number[],
  remindedOn: LocalDate | null,
  today: LocalDate,
): boolean {
  const { dueOn, changedAt } = item;
  const after = isReport(item) ? DAYS_AFTER : [];
  return [...reminderDays.map((days) => addDays(dueOn, -days)), ...after.map((days) => addDays(dueOn, days))].some(
    (day) => day <= today && day >= dayInJapan(changedAt) && (remindedOn === null || remindedOn < day),
  );
}
