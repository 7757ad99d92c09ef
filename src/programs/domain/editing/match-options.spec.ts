import { describe, expect, it } from '@jest/globals';
import { matchOptions } from './match-options.js';

const before = [
  { id: 'a', label: 'はい' },
  { id: 'b', label: 'いいえ' },
  { id: 'c', label: 'わからない' },
];

describe('the options of a choice, typed anew one a line', () => {
  it.each<[string, string, string]>([
    ['stay as they are', 'はい いいえ わからない', 'a b c'],
    ['keep their ids in another order', 'わからない はい いいえ', 'c a b'],
    ['keep the id of a reworded one', 'はい ちがいます わからない', 'a b c'],
    ['keep the ids where every one is reworded', '有 無 不明', 'a b c'],
    ['give an added one a new id, at the end', 'はい いいえ わからない その他', 'a b c new-1'],
    ['give an added one a new id, at the beginning', 'その他 はい いいえ わからない', 'new-1 a b c'],
    ['lose the id of one that is taken out', 'はい わからない', 'a c'],
    ['do not hand the id of one taken out to one added elsewhere', 'いいえ わからない その他', 'b c new-1'],
    ['guess nothing where reworded and taken out cannot be told apart', '有 無', 'new-1 new-2'],
    ['tell two lines of the same words apart', 'はい はい', 'a new-1'],
  ])('%s', (_, typed, ids) => {
    let count = 0;
    const matched = matchOptions(before, typed.split(' '), () => `new-${String((count += 1))}`);
    expect(matched.map(({ id }) => id).join(' ')).toBe(ids);
    expect(matched.map(({ label }) => label).join(' ')).toBe(typed);
  });
});
