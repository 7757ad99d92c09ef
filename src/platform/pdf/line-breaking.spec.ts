import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clustersOf, face, uncoveredCharacters } from './face.js';
import { breakLines, widthOf, wordsOf } from './line-breaking.js';

const serif = face('serif');
const EM = 10;
const lines = (text: string, characters: number): string[] =>
  breakLines(text, serif, EM, characters * EM).map((line) => line.text);

describe('breaking Japanese lines (禁則処理)', () => {
  test('a full line of characters stays a line', () => {
    expect(lines('交付することを決定しました', 13)).toEqual(['交付することを決定しました']);
  });

  test.each([
    ['a comma never begins a line', 'あいうえおか、きく', 6, ['あいうえお', 'か、きく']],
    ['an opening bracket never ends a line', 'あいうえお（か）', 6, ['あいうえお', '（か）']],
    ['a small kana never begins a line', 'あいうえちょうさ', 5, ['あいうえ', 'ちょうさ']],
    ['the long sound mark never begins a line', 'コミュニティー', 6, ['コミュニ', 'ティー']],
    ['an amount stays whole with its unit', '交付金は630,000円です', 7, ['交付金は', '630,000円です']],
    ['a new line in the text begins a paragraph', '一\n二', 6, ['一', '二']],
    ['nothing is one empty line', '', 6, ['']],
  ])('%s', (_name, text, width, expected) => {
    expect(lines(text, width)).toEqual(expected);
  });

  test('a word longer than the line is cut instead of running into the margin', () => {
    expect(lines('abcdefghijklmnopqrstuvwxyz', 6).length).toBeGreaterThan(1);
  });

  test('no character is lost and no line is too wide, whatever the text', () => {
    const text = fc
      .array(fc.constantFrom(...'小郡市（）、。「」ーっ12,円abc 　髙𠮷'), { maxLength: 80 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 30 }), (typed, width) => {
        const broken = breakLines(typed, serif, EM, width * EM);
        const squeeze = (value: string): string => value.replace(/[ 　]/g, '');
        expect(squeeze(broken.map((line) => line.text).join(''))).toBe(squeeze(typed));
        for (const line of broken) expect(widthOf(line.text, serif, EM)).toBeLessThanOrEqual(width * EM + 0.01);
      }),
    );
  });

  test('a title breaks between words', () => {
    expect(wordsOf('協働のまちづくり（運営）')).not.toContain('（');
    expect(wordsOf('交付決定通知書').join('')).toBe('交付決定通知書');
  });
});

describe('characters', () => {
  test('the characters of names that ordinary fonts lack are there', () => {
    expect(uncoveredCharacters('髙﨑𠮷濵德神福朗①㈱Ⅲ〒～−')).toEqual([]);
  });

  test('what no font has is named once', () => {
    expect(uncoveredCharacters('約≒約≒😀\n')).toEqual(['≒', '😀']);
  });

  test('が written as か and a voicing mark counts as が', () => {
    expect(uncoveredCharacters('か\u{3099}')).toEqual([]);
  });

  test('a variation selector stays with its character', () => {
    expect(clustersOf('葛\u{E0100}城')).toEqual(['葛\u{E0100}', '城']);
  });
});
