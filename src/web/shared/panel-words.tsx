import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import type { MeetingState, PresentationTimes, SeatRole, Slot } from '../../panels/index.js';
import type { Tone } from './feedback.js';

export const MEETING_STATE: Readonly<Record<MeetingState, { readonly label: string; readonly tone: Tone }>> = {
  scoring: { label: '採点中', tone: 'info' },
  closed: { label: '採点を締め切りました', tone: 'warning' },
  confirmed: { label: '結果が確定しました', tone: 'success' },
};

export const SEAT_ROLE: Readonly<Record<SeatRole, string>> = { chair: '会長', member: '委員' };

/** Where a case of each kind is read by staff. */
const CASE_PAGES: Readonly<Record<string, string>> = {
  application: 'staff/applications',
  proposal: 'staff/proposals/received',
};

export const casePage = ({ kind, id }: { readonly kind: string; readonly id: string }): string =>
  `${CASE_PAGES[kind] ?? 'staff/queue'}/${id}`;

/** `14:00～14:15`; blank where nobody presents or the hour is open. */
export const slotInWords = (slot: Slot | null | undefined): string => (slot ? `${slot.from}～${slot.until}` : '');

/** `発表10分、質疑10分`. */
export const timesInWords = ({ talk, questions }: PresentationTimes): string =>
  `発表${String(talk)}分、質疑${String(questions)}分`;

interface Called {
  readonly number: number;
  readonly heldOn: LocalDate;
  readonly startsAt: string | null;
  readonly place: string;
}

/** `令和8年6月10日 14:00、市役所 大会議室` */
export const calledInWords = ({ heldOn, startsAt, place }: Omit<Called, 'number'>): string =>
  `${formatEra(heldOn)}${startsAt === null ? '' : ` ${startsAt}`}、${place}`;

export const meetingName = (panel: { readonly name: string }, { number }: Pick<Called, 'number'>): string =>
  `${panel.name}　第${String(number)}回`;
