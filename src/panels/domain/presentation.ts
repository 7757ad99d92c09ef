import type { Fault } from '../../kernel/domain-error.js';

/** How long each speaks and is asked, in minutes. */
export interface PresentationTimes {
  readonly talk: number;
  readonly questions: number;
}

const LONGEST_MINUTES = 180;

/** Both blank: nobody presents anything. Faults at `talkMinutes`, `questionMinutes`. */
export function readTimes(typed: { readonly talkMinutes: string; readonly questionMinutes: string }): {
  readonly times: PresentationTimes | null;
  readonly faults: Fault[];
} {
  const [talk, questions] = [minutesOf(typed.talkMinutes), minutesOf(typed.questionMinutes)];
  if (talk === null && questions === null) return { times: null, faults: [] };
  const faults: Fault[] = [];
  const fault = (pointer: string, label: string, least: number): void =>
    void faults.push({ pointer, code: 'panels.minutes-range', params: { label, least, most: LONGEST_MINUTES } });
  if (talk === null || talk < 1 || talk > LONGEST_MINUTES) fault('talkMinutes', '発表の時間', 1);
  if (questions === null || questions < 0 || questions > LONGEST_MINUTES) fault('questionMinutes', '質疑の時間', 0);
  return { times: faults.length === 0 ? { talk: talk ?? 0, questions: questions ?? 0 } : null, faults };
}

/** null: blank; -1: no whole number. */
function minutesOf(typed: string): number | null {
  const text = typed.normalize('NFKC').replace(/[\s分]/g, '');
  if (text === '') return null;
  return /^\d{1,3}$/.test(text) ? Number(text) : -1;
}

/** From when until when one presents and is asked: `14:15`. */
export interface Slot {
  readonly from: string;
  readonly until: string;
}

/** The slots in the order of the agenda; null where nobody presents or the hour is open. */
export function slotsOf(
  { startsAt, presentation }: { readonly startsAt: string | null; readonly presentation: PresentationTimes | null },
  cases: readonly { readonly id: string }[],
): ReadonlyMap<string, Slot> {
  if (startsAt === null || presentation === null) return new Map();
  const [hour = 0, minute = 0] = startsAt.split(':').map(Number);
  const length = presentation.talk + presentation.questions;
  const at = (place: number): string => timeOf(hour * 60 + minute + place * length);
  return new Map(cases.map(({ id }, place) => [id, { from: at(place), until: at(place + 1) }]));
}

const timeOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
