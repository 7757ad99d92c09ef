import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { beginningOf, textBlocks, textParts } from './text-blocks.js';

describe('a text as town halls type it', () => {
  it('has headings, paragraphs and lists by the signs that people use anyway', () => {
    const text =
      '■ 話し合ったこと\n町の課題を\n出し合いました。\n・交通\n・ごみ\n\n1．集める\n２）分ける\n①決める\n\nおわり';
    expect(textBlocks(text)).toEqual([
      { kind: 'heading', text: '話し合ったこと' },
      { kind: 'paragraph', text: '町の課題を\n出し合いました。' },
      { kind: 'list', numbered: false, items: ['交通', 'ごみ'] },
      { kind: 'list', numbered: true, items: ['集める', '分ける', '決める'] },
      { kind: 'paragraph', text: 'おわり' },
    ]);
  });

  it('takes no figure for a number of a list and no markup for anything but text', () => {
    expect(textBlocks('1.5倍になりました。')).toEqual([{ kind: 'paragraph', text: '1.5倍になりました。' }]);
    expect(textBlocks('<b>太字</b>')).toEqual([{ kind: 'paragraph', text: '<b>太字</b>' }]);
    expect(textBlocks(' \n\n')).toEqual([]);
  });

  it('loses none of its words', () => {
    const words = fc.array(fc.constantFrom('・', '■', '1.', '\n', 'あ', 'い', ' ', 'https://a.jp'), { maxLength: 40 });
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join('');
        const kept = textBlocks(text).flatMap((block) => (block.kind === 'list' ? block.items : [block.text]));
        const count = (from: string): number => from.replace(/[^あい]/g, '').length;
        expect(count(kept.join(''))).toBe(count(text));
      }),
    );
  });

  it('sets web addresses apart, and nothing else', () => {
    expect(textParts('詳しくは（https://example.jp/a?b=1）を見てください。javascript:alert(1)')).toEqual([
      { text: '詳しくは（' },
      { text: 'https://example.jp/a?b=1', href: 'https://example.jp/a?b=1' },
      { text: '）を見てください。javascript:alert(1)' },
    ]);
    expect(textParts('https://example.jp/。').map(({ href }) => href)).toEqual(['https://example.jp/', undefined]);
  });

  it('begins with its first words where a list has no room for more', () => {
    expect(beginningOf('■ 目的\n・交通\n・ごみ', 20)).toBe('目的　交通、ごみ');
    expect(beginningOf('次を話しました。\n1. 集めました。\n2. 分けました。', 40)).toBe(
      '次を話しました。集めました。分けました。',
    );
    expect(beginningOf('𠮷野さんの話', 3)).toBe('𠮷野さ…');
  });
});
