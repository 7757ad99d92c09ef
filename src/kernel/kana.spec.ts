import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  findForbiddenCharacters,
  isReading,
  proposeTransferKana,
  toKatakana,
  toTransferKana,
  transferKanaBytes,
} from './kana.js';

const range = (first: string, last: string): string[] => {
  const [from, to] = [first, last].map((character) => character.codePointAt(0) ?? 0) as [number, number];
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
};

/** What people and passbooks write: hiragana, katakana of both widths, digits and Latin of both widths, blanks, dashes. */
const kanaText = fc
  .array(
    fc.constantFrom(
      ...range('ァ', 'ヺ'),
      ...range('ぁ', 'ゖ'),
      ...range('ｦ', 'ﾝ'),
      ...['ｶﾞ', 'ﾊﾟ', 'が', 'か\u3099', 'ー', 'ｰ', '－', '-', ' ', '　', '（', ')', '0', '９', 'a', 'Ｚ'],
    ),
    { maxLength: 60 },
  )
  .map((characters) => characters.join(''));

describe('toTransferKana', () => {
  it.each([
    ['オゴオリコウク　キョウドウノマチヅクリキョウギカイ', 'ｵｺﾞｵﾘｺｳｸ ｷﾖｳﾄﾞｳﾉﾏﾁﾂﾞｸﾘｷﾖｳｷﾞｶｲ'],
    ['ﾐﾎﾝ ﾀﾛｳ', 'ﾐﾎﾝ ﾀﾛｳ'],
    ['みほん　たろう', 'ﾐﾎﾝ ﾀﾛｳ'],
    ['パーク', 'ﾊﾟ-ｸ'],
    ['ヴィラ', 'ｳﾞｲﾗ'],
    ['ヲヰヱヮヵヶ', 'ｵｲｴﾜｶｹ'],
    ['ＮＰＯ法人', 'NPO法人'],
    ['kodomo', 'KODOMO'],
    ['カ゛キ゜', 'ｶﾞｷﾟ'],
    ['ア・イ', 'ｱ.ｲ'],
    ['（カ）', '(ｶ)'],
  ])('writes %s as %s', (typed, expected) => expect(toTransferKana(typed)).toBe(expected));

  it('leaves nothing that a bank refuses, whatever kana was typed, and changes nothing when applied again', () => {
    fc.assert(
      fc.property(kanaText, (text) => {
        const written = toTransferKana(text);
        expect(findForbiddenCharacters(written)).toEqual([]);
        expect(toTransferKana(written)).toBe(written);
      }),
    );
  });
});

describe('banks that take ヲ and ー as they are', () => {
  it('name ｦ and ｰ among their symbols', () => {
    expect(toTransferKana('ヲカ サービス')).toBe('ｵｶ ｻ-ﾋﾞｽ');
    expect(toTransferKana('ヲカ サービス', 'ｦｰ')).toBe('ｦｶ ｻｰﾋﾞｽ');
    expect(findForbiddenCharacters('ｦｶ ｻｰﾋﾞｽ')).toEqual(['ｦ', 'ｰ']);
    expect(findForbiddenCharacters('ｦｶ ｻｰﾋﾞｽ', 'ｦｰ')).toEqual([]);
    // A dash that is no long sound stays one.
    expect(toTransferKana('ヲカ−１', 'ｦｰ')).toBe('ｦｶ-1');
  });
});

describe('proposeTransferKana', () => {
  it('keeps the leading 30 bytes of a long name', () => {
    const proposed = proposeTransferKana('オゴオリコウクキョウドウノマチヅクリキョウギカイ カイチョウ ミホン タロウ');
    expect(proposed).toBe('ｵｺﾞｵﾘｺｳｸｷﾖｳﾄﾞｳﾉﾏﾁﾂﾞｸﾘｷﾖｳｷﾞｶｲ ｶ');
    expect(transferKanaBytes(proposed)).toBe(30);
  });

  it('drops the base letter when its mark would not fit', () => {
    expect(proposeTransferKana(`${'ア'.repeat(29)}ガ`)).toBe('ｱ'.repeat(29));
    expect(proposeTransferKana(`${'ア'.repeat(28)}ガ`)).toBe(`${'ｱ'.repeat(28)}ｶﾞ`);
  });

  it('is a beginning of the name, never longer than asked, never parting a mark from its letter', () => {
    fc.assert(
      fc.property(kanaText, fc.integer({ min: 1, max: 40 }), (text, limit) => {
        const whole = toTransferKana(text);
        const proposed = proposeTransferKana(text, limit);
        expect(whole.startsWith(proposed)).toBe(true);
        expect(transferKanaBytes(proposed)).toBeLessThanOrEqual(limit);
        expect(whole.charAt(proposed.length)).not.toMatch(/[ﾞﾟ]/);
        if (transferKanaBytes(whole) <= limit) expect(proposed).toBe(whole);
      }),
    );
  });
});

describe('findForbiddenCharacters', () => {
  it('names each character once', () => expect(findForbiddenCharacters('ﾐﾎﾝ会/会')).toEqual(['会', '/']));
  it('lets through the symbols of the bank', () => expect(findForbiddenCharacters('ｱ.ｲ/ｳ', './')).toEqual([]));
  it('refuses small kana, ｦ and the long mark', () => expect(findForbiddenCharacters('ｧｦｰ')).toEqual(['ｧ', 'ｦ', 'ｰ']));
});

describe('readings', () => {
  it('folds hiragana and half-width kana', () => expect(toKatakana(' おごおり ｺｳｸ ')).toBe('オゴオリ コウク'));
  it('accepts kana only', () => {
    expect(isReading('おごおりこうく')).toBe(true);
    expect(isReading('小郡校区')).toBe(false);
    expect(isReading('  ')).toBe(false);
  });
});
