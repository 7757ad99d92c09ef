import { describe, expect, test } from '@jest/globals';
import { paginate } from './paginate.js';
import type { Flowable, Placed } from './placed.js';

const FRAME = { top: 0, bottom: 100 };

const block = (text: string, height: number, more: Partial<Flowable> = {}): Flowable => ({
  height,
  place: (top) => [{ kind: 'text', text, x: 0, baseline: top, face: 'serif', size: 10, spacing: 0, node: null }],
  ...more,
});
const shown = (pages: Placed[][]): string[][] =>
  pages.map((page) =>
    page.flatMap((placed) => (placed.kind === 'text' ? [`${placed.text}@${String(placed.baseline)}`] : [])),
  );

describe('putting blocks on pages', () => {
  test('what fits stays on one page', () => {
    expect(shown(paginate([block('a', 40), block('b', 60)], FRAME))).toEqual([['a@0', 'b@40']]);
  });

  test('what does not fit begins the next page', () => {
    expect(shown(paginate([block('a', 60), block('b', 60)], FRAME))).toEqual([['a@0'], ['b@0']]);
  });

  test('a caption goes with its table', () => {
    const flow = [block('a', 70), block('caption', 20, { keepWithNext: true }), block('row', 20)];
    expect(shown(paginate(flow, FRAME))).toEqual([['a@0'], ['caption@0', 'row@20']]);
  });

  test('a group higher than a page is divided all the same', () => {
    const flow = [block('a', 70, { keepWithNext: true }), block('b', 70)];
    expect(shown(paginate(flow, FRAME))).toEqual([['a@0'], ['b@0']]);
  });

  test('the header of a table stands again on the next page', () => {
    const repeat = block('header', 10);
    const flow = [
      block('header', 10, { keepWithNext: true }),
      ...['1', '2', '3'].map((row) => block(row, 40, { repeat })),
    ];
    expect(shown(paginate(flow, FRAME))).toEqual([
      ['header@0', '1@10', '2@50'],
      ['header@0', '3@10'],
    ]);
  });

  test('blank space is not carried to the top of a page', () => {
    const flow = [block('a', 90), { ...block('', 20), place: () => [], blank: true }, block('b', 20)];
    expect(shown(paginate(flow, FRAME))).toEqual([['a@0'], ['b@0']]);
  });

  test('an annex begins a page, the contact block stands at the foot of its own', () => {
    const flow = [block('a', 10), block('contact', 20, { atFoot: true }), block('annex', 10, { newPage: true })];
    expect(shown(paginate(flow, FRAME))).toEqual([['a@0', 'contact@80'], ['annex@0']]);
  });
});
