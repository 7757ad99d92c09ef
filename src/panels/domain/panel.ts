import type { Fault } from '../../kernel/domain-error.js';
import { refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';

/** 審査会: judges what applies for its programmes, from a day to a day. */
export interface Panel {
  readonly id: string;
  readonly name: string;
  /** Programmes and calls of proposals; opaque here, as they belong to later stages. */
  readonly programIds: readonly string[];
  readonly termFrom: LocalDate;
  readonly termUntil: LocalDate;
  readonly version: number;
}

/** chair: 会長, who closes the scoring at the meeting as staff may. */
export const SEAT_ROLES = ['chair', 'member'] as const;
export type SeatRole = (typeof SEAT_ROLES)[number];

/** 委員: one person on one panel from a day on; without an end, as long as the panel's term. */
export interface Seat {
  readonly id: string;
  readonly panelId: string;
  readonly staffId: string;
  readonly role: SeatRole;
  /** As what the member sits there, e.g. 学識経験者, 住民代表. */
  readonly capacity: string;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate | null;
}

/** A member as he or she sits at one meeting. */
export interface SeatedMember {
  readonly staffId: string;
  readonly name: string;
  readonly role: SeatRole;
  readonly capacity: string;
}

export const sitsOn = ({ fromOn, untilOn }: Seat, day: LocalDate): boolean =>
  fromOn <= day && (untilOn === null || day <= untilOn);

const LONGEST_NAME = 60;

/** Faults at `name`, `programIds`, `termUntil`. */
export function refuseUnfitPanel({ name, programIds, termFrom, termUntil }: Omit<Panel, 'id' | 'version'>): void {
  const faults: Fault[] = [];
  if (name === '') faults.push({ pointer: 'name', code: 'panels.name-missing' });
  if ([...name].length > LONGEST_NAME) {
    faults.push({ pointer: 'name', code: 'common.too-long', params: { max: LONGEST_NAME } });
  }
  if (programIds.length === 0) faults.push({ pointer: 'programIds', code: 'panels.programmes-missing' });
  if (termUntil < termFrom) faults.push({ pointer: 'termUntil', code: 'panels.term-ends-before-start' });
  refuseWhenFaulty(faults);
}
