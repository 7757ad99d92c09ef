import { addDays, formatEra, momentInJapan, type LocalDate } from './local-date.js';

/** Until when something may be done: to the last moment of a day, or to a time of it, as Japanese clocks show them. */
export interface Deadline {
  readonly day: LocalDate;
  /** `17:00`; null is the whole day, 24時. */
  readonly time: string | null;
}

export const endOfDay = (day: LocalDate): Deadline => ({ day, time: null });

/** The first moment that is too late: the midnight after the day, or the time itself. */
export const endOf = ({ day, time }: Deadline): Date =>
  time === null ? momentInJapan(addDays(day, 1)) : momentInJapan(day, time);

export const isOver = (deadline: Deadline, now: Date): boolean => now >= endOf(deadline);

export const laterOf = (one: Deadline, other: Deadline): Deadline => (endOf(other) > endOf(one) ? other : one);

/** `令和8年5月29日24時`, `令和8年6月1日17時30分`. */
export function formatDeadline({ day, time }: Deadline): string {
  const [hour, minute] = (time ?? '24:00').split(':').map(Number) as [number, number];
  return `${formatEra(day)}${String(hour)}時${minute === 0 ? '' : `${String(minute)}分`}`;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `3日5時間`, `5時間20分`, `20分`, whole units only; null once it is over. */
export function formatTimeLeft(deadline: Deadline, now: Date): string | null {
  const left = endOf(deadline).getTime() - now.getTime();
  if (left <= 0) return null;
  const [days, hours, minutes] = [
    Math.floor(left / DAY),
    Math.floor((left % DAY) / HOUR),
    Math.floor((left % HOUR) / MINUTE),
  ];
  if (days > 0) return `${String(days)}日${String(hours)}時間`;
  if (hours > 0) return `${String(hours)}時間${String(minutes)}分`;
  return minutes > 0 ? `${String(minutes)}分` : '1分未満';
}
