import { LETTER_NAMES, type LetterName, type ProgramDocument, type WordingDesk } from '../../programs/index.js';
import { recordAt } from '../shared/typed-records.js';
import { typedText } from '../shared/typed-text.js';
import { isRecord, typedRowsAt, type Loose } from './typed-program.js';

/** Where the wording of each letter begins. */
export type WordingDesks = Readonly<Record<LetterName, WordingDesk>>;

/** Browsers send line ends in their own way. */
const inLines = (text: unknown): string => (typeof text === 'string' ? text.replace(/\r\n?/g, '\n').trim() : '');

/** What the page has fields for over the stored letters, which hold more. Words left as they stand are not the edition's own. */
export function typedLetters({ letters }: ProgramDocument, body: unknown, wordings: WordingDesks): Loose {
  const typed = recordAt(body, 'letters');
  const typedLetter = (letter: LetterName): Loose => {
    const sent = recordAt(typed, letter);
    const isOwn = inLines(sent['wording']) !== inLines(wordings[letter].standing);
    return { ...letters[letter], ...sent, ...('wording' in sent && { wording: isOwn ? sent['wording'] : null }) };
  };
  return {
    letters: Object.fromEntries(LETTER_NAMES.map((letter) => [letter, typedLetter(letter)])),
    conditions: typedRowsAt(body, 'conditions').map(({ text }) => text),
  };
}

/** The button 「もとの文に戻す」 of a letter. */
export const restoreAct = (letter: LetterName): string => `restore:${letter}`;

/** The letter whose words are to stand again as the town or the house has them; null where another button was pressed. */
export const letterToRestore = (body: unknown): LetterName | null =>
  LETTER_NAMES.find((letter) => typedText(body, 'act') === restoreAct(letter)) ?? null;

/** What was typed, without words of its own in this letter; nothing is saved by it. */
export function withStandingWords(body: unknown, letter: LetterName): Loose {
  const letters = recordAt(body, 'letters');
  return {
    ...(isRecord(body) && body),
    letters: { ...letters, [letter]: { ...recordAt(letters, letter), wording: '' } },
  };
}
