import type { LocalDate } from '../../kernel/local-date.js';
import type { IssuedLetter } from './issued-letter.js';
import type { Letter, LetterAmount } from './letter.js';

/**
 * What a later letter does to an earlier one. changed: other amounts or conditions hold now. determined: its amount is settled
 * by 額の確定. released: what it asks for is forgiven (免除). revoked: nothing of it holds any more.
 */
export type SuccessionEffect = 'changed' | 'determined' | 'released' | 'revoked';

export interface LaterLetter extends Pick<IssuedLetter, 'number' | 'title' | 'issuedOn'> {
  readonly effect: SuccessionEffect;
  /** null where it is about no money. */
  readonly amount: LetterAmount | null;
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

/** What later letters made of it: the newest has the word, unless one of them ended it. */
export function standingOf(isVoid: boolean, later: readonly LaterLetter[]): LetterStanding {
  if (isVoid) return 'void';
  const ending = (['revoked', 'released'] as const).find((end) => later.some(({ effect }) => effect === end));
  return ending ?? later.at(-1)?.effect ?? 'in-force';
}

/** The body that the letter goes to; a person's name is not for everyone. */
export const publicAddressee = ({ addressee, sender }: Letter): string | null =>
  addressee.organization || (sender.lines?.length ? addressee.person : '') || null;

/** Whose claim it is; null for every other letter. */
export const claimantOf = ({ kind, sender }: Pick<Letter, 'kind' | 'sender'>): string | null =>
  kind === 'claim' ? (sender.lines?.at(-1) ?? null) : null;
