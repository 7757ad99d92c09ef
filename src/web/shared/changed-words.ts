import { diffArrays } from 'diff';

/** A stretch of two texts that both have, or only the one before or the one after. */
export interface Stretch {
  readonly text: string;
  readonly in: 'both' | 'before' | 'after';
}

/** With more changes than this the texts are told apart as wholes: marking nearly every word helps nobody. */
const MOST_CHANGES = 1_000;
const words = new Intl.Segmenter('ja', { granularity: 'word' });

const wordsOf = (text: string): string[] => [...words.segment(text)].map(({ segment }) => segment);

/**
 * Two texts as one line of stretches: those of `before` and `both` read the first text, those of `after` and `both` the
 * second. Japanese is parted into words, so that 「5月29日」 and 「6月1日」 differ in their numbers and not letter by letter.
 */
export function changedWords(before: string, after: string): Stretch[] {
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_CHANGES });
  if (!changes) {
    return [
      { text: before, in: 'before' },
      { text: after, in: 'after' },
    ];
  }
  return changes.map(({ value, added, removed }) => ({
    text: value.join(''),
    in: added ? 'after' : removed ? 'before' : 'both',
  }));
}
