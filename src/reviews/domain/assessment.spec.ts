import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { workingOf } from '../../kernel/working.js';
import { sumYen, yen } from '../../kernel/yen.js';
import {
  assessedLines,
  assessmentReasonFaults,
  fallenIn,
  isChanged,
  notAboveApplied,
  standingIn,
  takeAssessments,
  unfinishedFaults,
  type AssessableLine,
  type TypedAssessment,
} from './assessment.js';

const line = (id: string, label: string, amount: number, eligible = true): AssessableLine => ({
  ...{ id, label, remark: '', amount: yen(amount), eligible },
  words: `${label} ${String(amount)}円`,
});
const BALLS = line('balls', '備品費', 48_000);
const WATER = line('water', '食糧費', 50_000);
const LINES = [BALLS, WATER];

const morning = { by: '担当 一子', at: '2026-05-18T00:00:00.000Z' };
const noon = { by: '同僚 二郎', at: '2026-05-18T03:00:00.000Z' };
const typed = (lineId: string, eligible: string, reason = ''): TypedAssessment => ({ lineId, eligible, reason });
const first = takeAssessments(
  LINES,
  [],
  [typed('balls', 'no', ' 大会の後も使う備品のため '), typed('water', '', '')],
  morning,
);

describe('what staff say of the costs', () => {
  it('is kept by line with who said it; a line on which nothing is said has none', () => {
    expect(first).toEqual([
      { lineId: 'balls', line: '備品費 48000円', eligible: false, reason: '大会の後も使う備品のため', ...morning },
    ]);
    expect(assessedLines(LINES, first)).toEqual([
      {
        ...{ lineId: 'balls', label: '備品費', remark: '', amount: '48000', applied: true, eligible: false },
        ...{ reason: '大会の後も使う備品のため', ...morning },
      },
    ]);
  });

  it('keeps the name of who judged first as long as it stays the same, and goes when it is taken back', () => {
    const same = takeAssessments(LINES, first, [typed('balls', 'no', '大会の後も使う備品のため')], noon);
    expect(same).toEqual(first);
    const other = takeAssessments(LINES, first, [typed('balls', 'yes', '大会に要るため')], noon);
    expect(other).toMatchObject([{ eligible: true, by: '同僚 二郎' }]);
    expect(takeAssessments(LINES, first, [typed('balls', '', '')], noon)).toEqual([]);
    expect(takeAssessments(LINES, first, [], noon)).toEqual(first);
  });

  it('falls away with a correction of its line, stays seen, and holds on lines that were left alone', () => {
    const both = takeAssessments(LINES, first, [typed('water', 'yes', '熱中症を防ぐため')], noon);
    const corrected = [line('balls', '備品費', 24_000), WATER];
    expect(standingIn(both, corrected).map(({ lineId }) => lineId)).toEqual(['water']);
    expect(fallenIn(both, corrected).map(({ lineId }) => lineId)).toEqual(['balls']);
    expect(fallenIn(both, [WATER]).map(({ lineId }) => lineId)).toEqual(['balls']);
    expect(assessedLines(corrected, both).map(({ lineId }) => lineId)).toEqual(['water']);

    const saved = takeAssessments(
      corrected,
      both,
      [typed('balls', '', ''), typed('water', 'yes', '熱中症を防ぐため')],
      noon,
    );
    expect(fallenIn(saved, corrected)).toHaveLength(1);
    const again = takeAssessments(corrected, saved, [typed('balls', 'no', '備品のため')], noon);
    expect(fallenIn(again, corrected)).toEqual([]);
    expect(standingIn(again, corrected).map(({ lineId }) => lineId)).toEqual(['balls', 'water']);
  });

  it('wants a decision and a reason before the review ends, and a reason that a letter can hold', () => {
    const open = takeAssessments(LINES, [], [typed('balls', 'no'), typed('water', '', '熱中症を防ぐため')], noon);
    expect(unfinishedFaults(LINES, open)).toEqual([
      {
        pointer: 'assessments.balls.reason',
        code: 'reviews.assessment-reason-missing',
        params: { line: '備品費', as: '対象外' },
      },
      { pointer: 'assessments.water.eligible', code: 'reviews.assessment-undecided', params: { line: '食糧費' } },
    ]);
    expect(unfinishedFaults([WATER], open)).toHaveLength(1);
    expect(unfinishedFaults(LINES, first)).toEqual([]);
    expect(assessmentReasonFaults([typed('balls', 'no', 'あ'.repeat(200))])).toEqual([]);
    expect(assessmentReasonFaults([typed('balls', 'no', 'あ'.repeat(201))])).toHaveLength(1);
  });

  it('changes a line only where it differs from what the applicant said', () => {
    expect(isChanged({ applied: true, eligible: true })).toBe(false);
    expect(isChanged({ applied: false, eligible: true })).toBe(true);
  });
});

describe('査定額', () => {
  it('is never above what was applied for, says what is taken off, and always is the sum of its lines', () => {
    const amount = fc.bigInt({ min: 0n, max: 10_000_000n }).map(yen);
    fc.assert(
      fc.property(amount, amount, (given, applied) => {
        const working = workingOf([{ label: '補助金', article: '第5条', formula: '', yen: given }]);
        const assessed = notAboveApplied(working, applied, '第7条');
        expect(assessed.total).toBe(given < applied ? given : applied);
        expect(sumYen(assessed.lines.map((each) => each.yen))).toBe(assessed.total);
        expect(assessed.lines).toHaveLength(given > applied ? 2 : 1);
      }),
    );
    const working = workingOf([{ label: '補助金', article: '第5条', formula: '', yen: yen(138_000) }]);
    expect(notAboveApplied(working, yen(130_000), '第7条').lines[1]).toEqual({
      ...{ label: '申請額を超える額', article: '第7条', formula: '申請額130,000円まで', yen: -8_000n },
    });
  });
});
