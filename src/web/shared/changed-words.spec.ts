import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changedWords } from './changed-words.js';

const side = (before: string, after: string, which: 'before' | 'after'): string =>
  changedWords(before, after)
    .filter((stretch) => stretch.in === 'both' || stretch.in === which)
    .map(({ text }) => text)
    .join('');
const changed = (before: string, after: string): [string, string][] =>
  changedWords(before, after)
    .filter((stretch) => stretch.in !== 'both')
    .map(({ text, in: where }) => [where, text]);

describe('the words that changed', () => {
  it('are marked alone, on the side that has them', () => {
    expect(changed('均等割 570,000円（定額）', '均等割 600,000円（定額）')).toEqual([
      ['before', '570,000'],
      ['after', '600,000'],
    ]);
    expect(changed('団体の運営を支援する。', '団体の活動と運営を支援する。')).toEqual([['after', '活動と']]);
    expect(changed('同じ文です。', '同じ文です。')).toEqual([]);
  });

  it('give back both texts whole, whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom('令', '和', '8', '年', '度', '、', '\n', ' ', 'a', '運', '営') });
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(side(before, after, 'before')).toBe(before);
        expect(side(before, after, 'after')).toBe(after);
      }),
    );
  });

  it('are told apart as wholes where nearly all of a long text changed', () => {
    const long = (word: string): string => Array.from({ length: 2_000 }, (_, n) => `${word}${String(n)}。`).join('');
    expect(changed(long('運営'), long('活動'))).toEqual([
      ['before', long('運営')],
      ['after', long('活動')],
    ]);
  });
});
