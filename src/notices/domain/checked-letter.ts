import type { LocalDate } from '../../kernel/local-date.js';
import type { IssuedLetter } from './issued-letter.js';
import type { Letter, LetterAmount } from './letter.js';

/** What a later letter does to an earlier one: other amounts or conditions hold now, or nothing of it holds any more. */
export type SuccessionEffect = 'changed' | 'revoked';

export interface LaterLetter extends Pick<IssuedLetter, 'number' | 'title' | 'issuedOn'> {
  readonly effect: SuccessionEffect;
}

/** Whether what a letter says still holds. `void`: its number was given up before it reached anybody (欠番). */
export type LetterStanding = 'in-force' | SuccessionEffect | 'void';

/** What everyone who holds a letter may compare it with; of a letter to a person alone the name is left out. */
export interface CheckedLetter {
  readonly code: string;
  readonly number: string | null;
  readonly title: string;
  readonly issuedOn: LocalDate;
  /** The body it goes to; null where it goes to a person. */
  readonly addressee: string | null;
  readonly amount: LetterAmount | null;
  /** The organisation that claims by it, for which it was written here; null where it is the town hall's own letter. */
  readonly claimant: string | null;
  readonly standing: LetterStanding;
  /** The letters that changed or revoked it, oldest first. */
  readonly later: readonly LaterLetter[];
}

/** The worst that later letters did to it. */
export function standingOf(isVoid: boolean, later: readonly LaterLetter[]): LetterStanding {
  if (isVoid) return 'void';
  if (later.some(({ effect }) => effect === 'revoked')) return 'revoked';
  return later.length > 0 ? 'changed' : 'in-force';
}

/** The body that the letter goes to; a person's name is not for everyone. */
export const publicAddressee = ({ addressee, sender }: Letter): string | null =>
  addressee.organization || (sender.lines?.length ? addressee.person : '') || null;

/** Whose claim it is; null for every other letter. */
export const claimantOf = ({ kind, sender }: Pick<Letter, 'kind' | 'sender'>): string | null =>
  kind === 'claim' ? (sender.lines?.at(-1) ?? null) : null;
