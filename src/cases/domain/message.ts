import { hasDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';

/** The two who write to one another about a case. */
export const CORRESPONDENTS = ['committee', 'staff'] as const;
export type Correspondent = (typeof CORRESPONDENTS)[number];

/** A place of the case's papers, in the words that both know it by. */
export interface MentionedPlace {
  readonly pointer: string;
  readonly label: string;
}

/** 連絡: one message of a case's thread. Once written it never changes. */
export interface Message {
  readonly id: string;
  /** Counts within the thread. */
  readonly number: number;
  readonly from: Correspondent;
  readonly text: string;
  readonly place: MentionedPlace | null;
  readonly writtenAt: Date;
  readonly writtenBy: string;
  /** The first time that the other side opened the thread and found it there; null: unread. */
  readonly openedAt: Date | null;
  readonly openedBy: string | null;
}

export interface TypedMessage {
  readonly text: string;
  /** Pointer of the chosen place, blank for none. */
  readonly place: string;
}

export const LONGEST_MESSAGE = 2_000;

export const otherThan = (side: Correspondent): Correspondent => (side === 'staff' ? 'committee' : 'staff');

/** For whom this person writes and reads; null for staff who only look on (決裁者, 会計, 監査委員). */
export function correspondentOf(actor: Actor): Correspondent | null {
  if (actor.kind === 'officer') return 'committee';
  return hasDuty(actor, 'promotion') ? 'staff' : null;
}

/** A message as typed, checked; throws faults at `text` and `place`. */
export function readMessage(typed: TypedMessage, places: readonly MentionedPlace[]): Pick<Message, 'text' | 'place'> {
  const faults: Fault[] = [];
  const text = typed.text.trim();
  const over = [...text].length - LONGEST_MESSAGE;
  if (text === '') faults.push({ pointer: 'text', code: 'cases.message-missing' });
  if (over > 0) {
    faults.push({ pointer: 'text', code: 'cases.message-too-long', params: { most: LONGEST_MESSAGE, over } });
  }
  const place = places.find(({ pointer }) => pointer === typed.place) ?? null;
  if (typed.place !== '' && !place) faults.push({ pointer: 'place', code: 'cases.place-gone' });
  refuseWhenFaulty(faults);
  return { text, place };
}

/** Throws forbidden for whoever only looks on. */
export function writerFor(actor: Actor): Correspondent {
  const side = correspondentOf(actor);
  if (!side) throw DomainError.forbidden();
  return side;
}
