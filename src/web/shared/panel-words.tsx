import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import type { MeetingState, SeatRole } from '../../panels/index.js';
import type { Tone } from './feedback.js';

export const MEETING_STATE: Readonly<Record<MeetingState, { readonly label: string; readonly tone: Tone }>> = {
  scoring: { label: '採点中', tone: 'info' },
  closed: { label: '採点を締め切りました', tone: 'warning' },
  confirmed: { label: '結果が確定しました', tone: 'success' },
};

export const SEAT_ROLE: Readonly<Record<SeatRole, string>> = { chair: '会長', member: '委員' };

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
