import { KOTAKE } from '../scenes.js';
import { KOTAKE_PROPOSALS } from './proposals.js';
import { LETTER_WRITERS } from './voices.js';

/** What the story types in of persons and accounts: none of it may stand where everybody reads. */
export const KEPT_PRIVATE: readonly string[] = [
  ...KOTAKE.cast.flatMap(({ chair, treasurer, mail, account, signInName }) => [
    ...[chair.name, chair.kana, treasurer.name, treasurer.kana, signInName],
    ...[account.holderKana, account.number, ...(mail === null ? [] : [mail])],
  ]),
  ...KOTAKE_PROPOSALS.flatMap(({ by }) => (by.kind === 'resident' && by.publicName === 'no' ? [by.name] : [])),
  ...LETTER_WRITERS,
];
