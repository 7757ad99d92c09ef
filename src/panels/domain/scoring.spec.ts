import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareRatios, ratio } from '../../kernel/ratio.js';
import type { Rubric } from '../../kernel/rubric.js';
import { formatPoints, shortfallInWords } from './points-words.js';
import { rankCases, type Contender, type Placed } from './ranking.js';
import { scoreCase } from './score.js';
import { readSheet, type Sheet } from './sheet.js';

const criterion = (id: string, label: string, floor: number | null = null) => ({
  id,
  label,
  hint: '',
  most: 10,
  floor,
});
/** Six items of ten points, as 本巣市 judges. */
const rubric: Rubric = {
  criteria: [
    criterion('lead', '主体性'),
    criterion('public', '公益性', 4),
    criterion('real', '実現性'),
    criterion('new', '独創性'),
    criterion('speak', 'ＰＲ'),
    criterion('go-on', '協働・継続'),
  ],
  least: { of: 'mean', points: [36, 1] },
  conflictRule: 'mean',
  tieBreak: ['public', 'real'],
  article: '審査要領第5条（見本）',
};
const ids = rubric.criteria.map(({ id }) => id);
const sheetOf = (staffId: string, points: readonly number[]) => ({
  staffId,
  points: Object.fromEntries(points.map((given, index) => [ids[index] ?? '', given])),
});
const members = (points: readonly (readonly number[])[]) =>
  points.map((given, index) => sheetOf(`member-${String(index)}`, given));
/** What comes after numbers that an example fixes. */
const flat = (points: number): number[] => ids.map(() => points);

const sheets = fc
  .array(fc.array(fc.nat(10), { minLength: ids.length, maxLength: ids.length }), { minLength: 1, maxLength: 9 })
  .map(members);

describe('採点', () => {
  it('takes the mean of the members who may score, as a fraction, and rounds for printing alone', () => {
    const { mean, sum, totals } = scoreCase(rubric, members([flat(7), flat(7), [8, 7, 7, 7, 7, 7]]), []);
    expect(totals.map(({ total }) => total)).toEqual([42, 42, 43]);
    expect(mean).toEqual(ratio(127, 3));
    expect(mean && formatPoints(mean)).toBe('42.33');
    expect(sum).toEqual(ratio(127, 1));
    expect([ratio(0, 1), ratio(71, 2), ratio(2, 3), ratio(1, 1000)].map(formatPoints)).toEqual([
      '0',
      '35.50',
      '0.67',
      '0',
    ]);
  });

  it('puts the mean in the place of a recused member, or leaves the member out, as the rule says', () => {
    const six = members([flat(6), flat(6), flat(6), flat(8), flat(8), flat(8)]);
    const filled = scoreCase(rubric, six, ['tied']);
    expect(filled.mean).toEqual(ratio(252, 6));
    expect(filled.sum).toEqual(ratio(294 * 6, 6));
    const out = scoreCase({ ...rubric, conflictRule: 'out' }, six, ['tied']);
    expect(out.mean).toEqual(filled.mean);
    expect(formatPoints(out.sum)).toBe('252');
  });

  it('fails a case by its minimum, by a floor of one item, or by both, and says which and by how much', () => {
    const weak = scoreCase(
      rubric,
      members([
        [9, 3, 9, 9, 9, 9],
        [9, 4, 9, 9, 9, 9],
      ]),
      [],
    );
    expect(weak.shortfalls.map((each) => shortfallInWords(rubric, each))).toEqual([
      '「公益性」の平均3.50点が、基準の4点に達していません。',
    ]);
    const both = scoreCase(rubric, members([flat(3)]), []);
    expect(both.shortfalls.map(({ kind }) => kind)).toEqual(['least', 'floor']);
    const exact = { ...rubric, least: { of: 'total', points: [85, 2] } } as const;
    expect(scoreCase(exact, members([flat(7)]), []).shortfalls).toHaveLength(1);
    expect(scoreCase({ ...exact, least: { of: 'total', points: [42, 1] } }, members([flat(7)]), []).shortfalls).toEqual(
      [],
    );
  });

  it('names the exact points where rounding would print what is missing as reached', () => {
    const nearly = {
      ...rubric,
      criteria: [{ ...rubric.criteria[0]!, id: 'lead', most: 1000 }],
      least: { of: 'mean', points: [500, 1] },
    } as const;
    const marks = Array.from({ length: 201 }, (_, index) => sheetOf(`m${String(index)}`, [index === 0 ? 499 : 500]));
    const [short] = scoreCase(nearly, marks, []).shortfalls;
    expect(short && shortfallInWords(nearly, short)).toContain('四捨五入の前は100499/201点');
  });

  it('does not ask in which order the sheets come', () => {
    fc.assert(
      fc.property(sheets, fc.array(fc.nat()), (given, keys) => {
        const shuffled = given
          .map((sheet, index) => ({ sheet, key: keys[index] ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ sheet }) => sheet);
        expect(scoreCase(rubric, shuffled, [])).toEqual(scoreCase(rubric, given, []));
      }),
    );
  });

  it('is never influenced by a member who is recused, whatever stands on that sheet', () => {
    const anything = fc.array(fc.nat(10), { maxLength: ids.length });
    fc.assert(
      fc.property(sheets, anything, fc.constantFrom('out', 'mean'), (given, typed, conflictRule) => {
        const ruled = { ...rubric, conflictRule } as const;
        expect(scoreCase(ruled, [...given, sheetOf('tied', typed)], ['tied'])).toEqual(
          scoreCase(ruled, given, ['tied']),
        );
      }),
    );
  });

  it('keeps the mean between the lowest and the highest total, also with a recused member', () => {
    fc.assert(
      fc.property(sheets, (given) => {
        const { mean, totals, sum } = scoreCase(rubric, given, ['tied']);
        const all = totals.map(({ total }) => total);
        if (!mean) throw new Error('there are sheets');
        expect(compareRatios(mean, ratio(Math.min(...all), 1))).toBeGreaterThanOrEqual(0);
        expect(compareRatios(mean, ratio(Math.max(...all), 1))).toBeLessThanOrEqual(0);
        const seats = BigInt(all.length + 1);
        expect(compareRatios(sum, { numerator: mean.numerator * seats, denominator: mean.denominator })).toBe(0);
      }),
    );
  });

  it('counts no sheet that is not whole', () => {
    expect(scoreCase(rubric, [sheetOf('half', [10, 10])], []).mean).toBeNull();
  });
});

describe('順位', () => {
  const contender = (id: string, given: readonly (readonly number[])[], tiePlace: number | null = null): Contender => ({
    id,
    tiePlace,
    score: scoreCase(rubric, members(given), []),
  });
  const places = (placed: readonly Placed[]): Record<string, number | null> =>
    Object.fromEntries(placed.map(({ id, place }) => [id, place]));

  it('goes by the mean, then by the criteria that break ties in their order', () => {
    const a = contender('a', [[7, 6, 7, 7, 7, 8]]);
    const b = contender('b', [[7, 7, 6, 7, 7, 8]]);
    const c = contender('c', [[8, 7, 7, 7, 7, 6]]);
    const low = contender('low', [flat(2)]);
    expect(places(rankCases([a, low, b, c], rubric.tieBreak))).toEqual({ c: 1, b: 2, a: 3, low: null });
  });

  it('shows what stays equal as equal, and follows the panel where it settled by hand', () => {
    const equal = [contender('a', [flat(7)]), contender('b', [flat(7)]), contender('c', [flat(6)])];
    const open = rankCases(equal, rubric.tieBreak);
    expect(places(open)).toEqual({ a: 1, b: 1, c: 3 });
    expect(open.map(({ equalTo }) => equalTo)).toEqual([['b'], ['a'], []]);
    const settled = rankCases([contender('a', [flat(7)], 2), contender('b', [flat(7)], 1), equal[2]!], rubric.tieBreak);
    expect(places(settled)).toEqual({ a: 2, b: 1, c: 3 });
    expect(settled[0]).toMatchObject({ equalTo: [], settledAgainst: ['b'] });
  });

  it('never puts a case with fewer points before one with more, and does not ask in which order they come', () => {
    const cases = fc.array(fc.array(fc.integer({ min: 6, max: 10 }), { minLength: 6, maxLength: 6 }), { maxLength: 8 });
    fc.assert(
      fc.property(cases, (given) => {
        const contenders = given.map((points, index) => contender(`case-${String(index)}`, [points]));
        const placed = places(rankCases(contenders, rubric.tieBreak));
        expect(places(rankCases(contenders.toReversed(), rubric.tieBreak))).toEqual(placed);
        for (const one of contenders) {
          for (const other of contenders) {
            const [mine, theirs] = [one.score.mean, other.score.mean];
            if (!mine || !theirs || compareRatios(mine, theirs) <= 0) continue;
            expect(placed[one.id]).toBeLessThan(placed[other.id] ?? 0);
          }
        }
      }),
    );
  });
});

describe('採点表', () => {
  const typed = (points: Record<string, string>): Sheet['points'] =>
    readSheet(rubric, { points, remarks: {}, overall: '' }).sheet.points;

  it('takes points as people write them and leaves blank ones open', () => {
    expect(typed({ lead: '７', public: '8点', real: ' ' })).toEqual({ lead: 7, public: 8 });
  });

  it('points at what is no whole number within the item', () => {
    const { faults } = readSheet(rubric, {
      points: { lead: '11', public: '-1', real: '7.5', new: '十' },
      remarks: { lead: '長'.repeat(501) },
      overall: '',
    });
    expect(faults.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['points.lead', 'panels.points-range'],
      ['remarks.lead', 'common.too-long'],
      ['points.public', 'panels.points-range'],
      ['points.real', 'panels.points-range'],
      ['points.new', 'panels.points-range'],
    ]);
  });
});
