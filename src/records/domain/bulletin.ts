import type { Fault } from '../../kernel/domain-error.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { oneLine, tooLong, type Publication } from './publication.js';
import { readDay, readNeededDay } from './read-day.js';

/** お知らせ of the town page (通知書 are `notices`). */
export interface BulletinContent {
  readonly title: string;
  /** The day it bears. */
  readonly day: LocalDate;
  readonly body: string;
  readonly shownFrom: LocalDate;
  /** The last day on which it is shown; null: no end. */
  readonly shownUntil: LocalDate | null;
}

export interface Bulletin extends BulletinContent, Publication {
  readonly id: string;
}

export interface TypedBulletin {
  readonly title: string;
  readonly day: string;
  readonly body: string;
  readonly shownFrom: string;
  readonly shownUntil: string;
}

export const LONGEST_TITLE = 100;
export const LONGEST_BODY = 8000;

/** What was typed, or every fault at its field. Without a first day it is shown from the day it bears. */
export function readBulletin(typed: TypedBulletin): {
  readonly content: BulletinContent | null;
  readonly faults: Fault[];
} {
  const [title, body] = [oneLine(typed.title), typed.body.trim()];
  const day = readNeededDay(typed.day, 'day', '日付');
  const from = readDay(typed.shownFrom, 'shownFrom', '掲載を始める日');
  const until = readDay(typed.shownUntil, 'shownUntil', '掲載を終える日');
  const shownFrom = from.day ?? day.day;
  const faults: Fault[] = [
    ...(title === '' ? [{ pointer: 'title', code: 'records.title-missing' }] : tooLong('title', title, LONGEST_TITLE)),
    ...day.faults,
    ...(body === '' ? [{ pointer: 'body', code: 'records.body-missing' }] : tooLong('body', body, LONGEST_BODY)),
    ...from.faults,
    ...until.faults,
  ];
  if (shownFrom && until.day && until.day < shownFrom) {
    faults.push({ pointer: 'shownUntil', code: 'records.shown-until-before-from' });
  }
  const content =
    faults.length === 0 && day.day && shownFrom
      ? { title, day: day.day, body, shownFrom, shownUntil: until.day }
      : null;
  return { content, faults };
}

/** 公開中 and within its days: what a visitor may read today. */
export const isShown = (bulletin: Pick<Bulletin, 'state' | 'shownFrom' | 'shownUntil'>, today: LocalDate): boolean =>
  bulletin.state === 'published' &&
  bulletin.shownFrom <= today &&
  (bulletin.shownUntil === null || today <= bulletin.shownUntil);

export type BulletinStanding = Publication['state'] | 'to-come' | 'over';

/** Published alone does not say whether residents see it today. */
export function standingOf(
  bulletin: Pick<Bulletin, 'state' | 'shownFrom' | 'shownUntil'>,
  today: LocalDate,
): BulletinStanding {
  if (bulletin.state !== 'published') return bulletin.state;
  if (today < bulletin.shownFrom) return 'to-come';
  return isShown(bulletin, today) ? 'published' : 'over';
}
