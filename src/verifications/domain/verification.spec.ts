import { describe, expect, it } from '@jest/globals';
import { localDate } from '../../kernel/local-date.js';
import { pointsOf, type VerificationSheet } from '../../kernel/verification-sheet.js';
import { blankOpinion, compared, givenSides, readOpinion, type Opinion } from './opinion.js';
import { remindsOn, SIDES, sidesOf, waitingFor, type Side } from './verification.js';

const SHEET: VerificationSheet = {
  days: 30,
  article: '',
  panel: true,
  points: [
    {
      ...{ id: 'purpose', label: '目的は達成されましたか', hint: '' },
      options: [
        { id: 'yes', label: '達成された' },
        { id: 'no', label: '達成されなかった' },
      ],
    },
  ],
  directions: [
    { id: 'continue', label: '継続' },
    { id: 'end', label: '終了' },
  ],
};

const typed = (purpose: string, direction: string): ReadonlyMap<string, string> =>
  new Map([
    ['purpose', purpose],
    ['purpose-reason', '花が咲いた。'],
    ['direction', direction],
    ['direction-reason', '続けたい。'],
  ]);

const said = (side: Side, direction: string): Opinion => ({
  ...blankOpinion(side),
  given: readOpinion(SHEET, typed('yes', direction)).answers,
});

describe('an opinion', () => {
  it('is told in the words of the sheet', () => {
    expect(readOpinion(SHEET, typed('yes', 'end'))).toEqual({
      answers: [
        { point: 'purpose', label: '目的は達成されましたか', answer: '達成された', reason: '花が咲いた。' },
        { point: 'direction', label: '今後の方向性', answer: '終了', reason: '続けたい。' },
      ],
      faults: [],
    });
  });

  it('names every answer and every reason that is missing', () => {
    const { faults } = readOpinion(SHEET, new Map([['purpose', 'yes']]));
    expect(faults.map(({ pointer }) => pointer)).toEqual([
      'form.purpose-reason',
      'form.direction',
      'form.direction-reason',
    ]);
  });

  it('stands beside the others; what was chosen differently is marked, who said nothing is not', () => {
    const points = compared(pointsOf(SHEET), SIDES, [said('organization', 'continue'), said('staff', 'end')]);
    expect(points.map(({ point, differs }) => [point, differs])).toEqual([
      ['purpose', false],
      ['direction', true],
    ]);
    expect(points[1]?.answers.map(({ side, answer }) => [side, answer?.answer])).toEqual([
      ['organization', '継続'],
      ['staff', '終了'],
      ['panel', undefined],
    ]);
  });
});

describe('a verification', () => {
  const dueOn = localDate('2027-04-19');

  it.each<[string, readonly Side[], string, readonly Side[]]>([
    ['waits for everyone until the last day', [], '2027-04-19', ['organization', 'staff', 'panel']],
    ['waits for the section alone after it', [], '2027-04-20', ['staff']],
    ['waits for nobody once the section has spoken after the day', ['staff'], '2027-04-20', []],
    ['waits for nobody when all have spoken', ['organization', 'staff', 'panel'], '2027-04-01', []],
  ])('%s', (_what, given, today, waiting) => {
    expect(waitingFor({ dueOn }, sidesOf(SHEET), new Set(given), localDate(today))).toEqual(waiting);
  });

  it('asks no panel where the programme asks none', () => {
    expect(sidesOf({ panel: false })).toEqual(['organization', 'staff']);
  });

  it('reminds on the days of the town, on the last day and on the day after, and only while it is open', () => {
    const on = (day: string, state: 'open' | 'decided' = 'open') => remindsOn({ state, dueOn }, localDate(day), [7, 1]);
    expect(
      ['2027-04-12', '2027-04-13', '2027-04-18', '2027-04-19', '2027-04-20', '2027-04-21'].map((day) => on(day)),
    ).toEqual([true, false, true, true, true, false]);
    expect(on('2027-04-19', 'decided')).toBe(false);
  });

  it('counts only what was given', () => {
    expect([...givenSides([said('staff', 'end'), blankOpinion('organization')])]).toEqual(['staff']);
  });
});
