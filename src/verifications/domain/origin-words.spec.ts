import { describe, expect, it } from '@jest/globals';
import { localDate } from '../../kernel/local-date.js';
import { blankOpinion, type AnswerOrigin, type Opinion } from './opinion.js';
import { originInWords } from './origin-words.js';
import { shownSides, SIDES } from './verification.js';

const origin = (side: AnswerOrigin['side'], more: Partial<Opinion>): AnswerOrigin => ({
  ...{ ...blankOpinion(side), saidOn: localDate('2027-04-09') },
  ...more,
});

describe('where an answer comes from', () => {
  it.each<[AnswerOrigin, string]>([
    [origin('organization', {}), '団体が自分で回答（令和9年4月9日）'],
    [origin('organization', { onPaper: true }), '団体の答えを担当課が記入（令和9年4月9日に紙で受け取ったもの）'],
    [
      origin('panel', { onPaper: true, meeting: '審査会　第2回' }),
      '審査会の答えを担当課が記入（審査会　第2回、令和9年4月9日）',
    ],
    [
      origin('panel', { meeting: '審査会　第2回', answeredBy: 3 }),
      '審査会の委員3人がそれぞれ答え、審査会として一つにまとめた（審査会　第2回、令和9年4月9日）',
    ],
  ])('is said as it was', (from, words) => {
    expect(originInWords(from)).toBe(words);
  });

  it('gives no column to a panel that nobody put in charge and that said nothing', () => {
    const decided = { state: 'decided', meetingId: null } as const;
    expect(shownSides(SIDES, decided, new Set(['staff']))).toEqual(['organization', 'staff']);
    expect(shownSides(SIDES, decided, new Set(['staff', 'panel']))).toEqual(SIDES);
    expect(shownSides(SIDES, { ...decided, meetingId: 'm' }, new Set())).toEqual(SIDES);
  });
});
