import type { Fault } from '../../kernel/domain-error.js';
import { uncoveredCharacters } from '../../platform/pdf/index.js';
import type { Medium } from '../domain/medium.js';
import { liquidFault } from './examine-wording.js';
import { standingWordings } from './standing-wordings.js';
import { UnreadableWording } from './wording.js';

type Found = Omit<Fault, 'pointer'>;

/** Without these entries of its head a text names nothing. */
const NEEDED_ENTRY = { letters: 'title', mails: 'subject' } as const;
const ENTRIES = { letters: ['title', 'titleNote'], mails: ['subject'] } as const;

/**
 * What keeps a town's text from standing in the place of the house's of this kind, each with its line where it has one. It
 * may use the values that the house's text uses: whatever fills that one in, fills this one in.
 */
export function faultsInTownText(medium: Medium, kind: string, text: string): Found[] {
  const house = standingWordings[medium];
  if (!house.isKnown(kind)) {
    return [{ code: 'notices.wording-of-no-kind', params: { kind, kinds: house.kinds().join('、') } }];
  }
  const lost = medium === 'letters' ? uncoveredCharacters(text.replace(/\r?\n/g, '')) : [];
  if (lost.length > 0) return [{ code: 'notices.uncovered-characters', params: { characters: lost.join('、') } }];
  try {
    const { head, words } = house.compile(text);
    const entries = head.map(([name]) => name);
    const needed = NEEDED_ENTRY[medium];
    if (!entries.includes(needed)) return [{ code: 'notices.wording-head-lacks', params: { entry: needed } }];
    const standing = house.compile(house.ofHouse(kind));
    const usable = [...ENTRIES[medium], ...standing.head.map(([name]) => name)];
    const stray = entries.find((name) => !usable.includes(name));
    if (stray !== undefined) return [{ code: 'notices.wording-head-line', params: { line: stray } }];
    const known = standing.words;
    return words
      .filter(({ word }) => !known.some((each) => each.word === word))
      .map(({ word, line }) => ({
        code: 'notices.wording-unknown-value',
        params: { word, line, words: [...new Set(known.map((each) => each.word))].join('、') },
      }));
  } catch (error) {
    if (error instanceof UnreadableWording) return [{ code: error.code, params: { line: error.line } }];
    return [liquidFault(error)];
  }
}
