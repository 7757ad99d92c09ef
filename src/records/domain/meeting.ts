import type { Fault } from '../../kernel/domain-error.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import { oneLine, tooLong, type Publication } from './publication.js';
import { readNeededDay } from './read-day.js';

/** One meeting of a series: 第n回, when, what was done. */
export interface MeetingContent {
  readonly number: number;
  readonly heldOn: LocalDate;
  /** Blank where the number says enough. */
  readonly title: string;
  readonly body: string;
}

export interface Meeting extends MeetingContent, Publication {
  readonly id: string;
  readonly seriesId: string;
}

export interface TypedMeeting {
  readonly number: string;
  readonly heldOn: string;
  readonly title: string;
  readonly body: string;
}

export const LONGEST_MEETING_TITLE = 100;
export const LONGEST_MEETING_BODY = 8000;

/** `第10回`, `10`, `１０`; null where there is no number from 1 to 999. */
export function readNumber(typed: string): number | null {
  const [, digits] = /^第?\s*(\d{1,3})\s*回?$/.exec(typed.normalize('NFKC').trim()) ?? [];
  const number = Number(digits ?? 0);
  return number > 0 ? number : null;
}

/** What was typed, or every fault at its field: `number`, `heldOn`, `title`, `body`. */
export function readMeeting(
  typed: TypedMeeting,
  today: LocalDate,
): { readonly content: MeetingContent | null; readonly faults: Fault[] } {
  const number = readNumber(typed.number);
  const [title, body] = [oneLine(typed.title), typed.body.trim()];
  const { day: heldOn, faults: dayFaults } = readNeededDay(typed.heldOn, 'heldOn', '開催日');
  const faults: Fault[] = [
    ...(number === null ? [{ pointer: 'number', code: 'records.number-missing' }] : []),
    ...dayFaults,
    ...(heldOn && heldOn > today ? [{ pointer: 'heldOn', code: 'records.meeting-in-future' }] : []),
    ...tooLong('title', title, LONGEST_MEETING_TITLE),
    ...(body === ''
      ? [{ pointer: 'body', code: 'records.meeting-body-missing' }]
      : tooLong('body', body, LONGEST_MEETING_BODY)),
  ];
  const content = faults.length === 0 && number !== null && heldOn ? { number, heldOn, title, body } : null;
  return { content, faults };
}

/** `第10回`, with its title where it has one. */
export const meetingTitle = ({ number, title }: Pick<MeetingContent, 'number' | 'title'>): string =>
  `第${String(number)}回${title === '' ? '' : `　${title}`}`;

/** `平成24年7月13日`, or from the first to the last of several. */
export function daysInWords(days: readonly LocalDate[]): string {
  const sorted = [...days].sort((one, other) => one.localeCompare(other));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last ? formatEra(first) : `${formatEra(first)}から${formatEra(last)}まで`;
}
