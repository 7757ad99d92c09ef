import { DomainError } from './domain-error.js';

/** A calendar day in Japan, `2026-04-01`. A day has no time zone and is never a JavaScript Date. */
export type LocalDate = string & { readonly __localDate: unique symbol };

const JAPAN = 'Asia/Tokyo';
const MILLISECONDS_A_DAY = 86_400_000;
const tokyoDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: JAPAN,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const tokyoTime = new Intl.DateTimeFormat('ja-JP', { timeZone: JAPAN, hour: 'numeric', minute: '2-digit' });

/** Throws RangeError when the text is not an existing day written as `YYYY-MM-DD`. */
export function localDate(text: string): LocalDate {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  if (!instant || Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== text) {
    throw new RangeError(`not a day: ${text}`);
  }
  return text as LocalDate;
}

/** The day that the clock on a Japanese wall shows at this instant. */
export const dayInJapan = (instant: Date): LocalDate => tokyoDay.format(instant) as LocalDate;

/** `14:05`, the time that the clock on a Japanese wall shows. */
export const timeInJapan = (instant: Date): string => tokyoTime.format(instant);

/** `2026-05-29 14:05` as a Japanese wall shows it, for a cell that a spreadsheet reads as a moment. */
export const stampInJapan = (instant: Date): string =>
  `${dayInJapan(instant)} ${timeInJapan(instant).padStart(5, '0')}`;

/** The instant at which a Japanese wall shows this day and time; Japan's clocks have not been put forward since 1951. */
export const momentInJapan = (day: LocalDate, time = '00:00'): Date => new Date(`${day}T${time}:00+09:00`);

export function addDays(day: LocalDate, days: number): LocalDate {
  const instant = new Date(`${day}T00:00:00Z`).getTime() + days * MILLISECONDS_A_DAY;
  return new Date(instant).toISOString().slice(0, 10) as LocalDate;
}

/** 0 = Sunday … 6 = Saturday. */
/** How many days later the second is: 1 from one day to the next. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MILLISECONDS_A_DAY;

export const dayOfWeek = (day: LocalDate): number => new Date(`${day}T00:00:00Z`).getUTCDay();

interface Era {
  readonly name: string;
  readonly initial: string;
  readonly firstDay: string;
  readonly firstYear: number;
}

/** Eras from their first day on (元号法, 昭和54年法律第43号, and the orders that changed the era). */
const ERAS: readonly Era[] = [
  { name: '令和', initial: 'R', firstDay: '2019-05-01', firstYear: 2019 },
  { name: '平成', initial: 'H', firstDay: '1989-01-08', firstYear: 1989 },
  { name: '昭和', initial: 'S', firstDay: '1926-12-25', firstYear: 1926 },
];

function eraOf(day: string): Era {
  const era = ERAS.find((candidate) => candidate.firstDay <= day);
  if (!era) throw new RangeError(`before the supported eras: ${day}`);
  return era;
}

const eraYear = (number: number): string => (number === 1 ? '元' : String(number));

/** 和暦: `令和8年4月1日`; the first year is 元年. */
export function formatEra(day: LocalDate): string {
  const era = eraOf(day);
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return `${era.name}${eraYear(year - era.firstYear + 1)}年${month}月${date}日`;
}

/**
 * Reads a day as people type it: `2026-04-01`, `2026/4/1`, `令和8年4月1日`, `R8.4.1`, `元年`, full-width digits.
 * Returns null for blank input; throws DomainError `date.not-a-day`.
 */
export function parseDay(typed: string): LocalDate | null {
  const text = typed.normalize('NFKC').replace(/\s/g, '');
  if (text === '') return null;
  const match = /^(令和|平成|昭和|[RHSrhs])?(\d{1,4}|元)[年./-](\d{1,2})[月./-](\d{1,2})日?$/.exec(text);
  if (match) {
    const [, eraText, yearText = '', month = '', day = ''] = match;
    const number = yearText === '元' ? 1 : Number(yearText);
    const era = ERAS.find(({ name, initial }) => eraText === name || eraText?.toUpperCase() === initial);
    const year = era ? era.firstYear + number - 1 : number;
    const iso = `${String(year).padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    try {
      return localDate(iso);
    } catch {
      // falls through to the refusal below: the text looked like a day but names none
    }
  }
  throw new DomainError('date.not-a-day', 'invalid', { typed });
}

/**
 * Reads a time of day as people type it: `17:00`, `17時`, `17時30分`, full-width digits. Returns null for blank input;
 * throws DomainError `date.not-a-time`.
 */
export function parseTime(typed: string): string | null {
  const text = typed.normalize('NFKC').replace(/\s/g, '');
  if (text === '') return null;
  const match = /^(\d{1,2})(?::(\d{2})|時(?:(\d{1,2})分)?)$/.exec(text);
  const [, hour = '', afterColon = '', minute = ''] = match ?? [];
  const time = `${hour.padStart(2, '0')}:${(afterColon || minute).padStart(2, '0')}`;
  if (!match || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new DomainError('date.not-a-time', 'invalid', { typed });
  return time;
}
