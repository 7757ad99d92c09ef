import { describe, expect, it } from '@jest/globals';
import { endOfDay, type Deadline } from '../../kernel/deadline.js';
import { localDate } from '../../kernel/local-date.js';
import { acceptancePeriod, extensionFaults, isOpenAt, type PeriodExtension } from './acceptance-period.js';

const timetable = { opens: localDate('2026-04-01'), closes: localDate('2026-05-29') };
const japan = (moment: string): Date => new Date(`${moment}+09:00`);
const until = (day: string, time: string | null = null): Deadline => ({ day: localDate(day), time });
const anExtension = (closes: Deadline): PeriodExtension => ({
  id: JSON.stringify(closes),
  programVersionId: 'version',
  closes,
  reason: '障害のため',
  publishedAt: japan('2026-05-30T09:00:00'),
  publishedBy: '担当 一子',
});

describe('受付期間', () => {
  const period = acceptancePeriod(timetable, []);

  it.each([
    ['2026-03-31T23:59:59.999', false],
    ['2026-04-01T00:00:00.000', true],
    ['2026-05-29T23:59:59.999', true],
    ['2026-05-30T00:00:00.000', false],
  ])('at %s it is open: %s', (moment, open) => {
    expect(isOpenAt(period, japan(moment))).toBe(open);
  });

  it('ends where the longest extension ends, in whatever order they were published', () => {
    const [first, second] = [anExtension(until('2026-06-01', '12:00')), anExtension(until('2026-06-03'))];
    for (const extensions of [
      [first, second],
      [second, first],
    ]) {
      expect(acceptancePeriod(timetable, extensions)).toEqual({
        opens: timetable.opens,
        closes: until('2026-06-03'),
        extension: second,
      });
    }
    expect(acceptancePeriod(timetable, [anExtension(endOfDay(localDate('2026-05-20')))])).toEqual(period);
  });

  it('holds to the time of day that an extension names', () => {
    const extended = acceptancePeriod(timetable, [anExtension(until('2026-06-01', '12:00'))]);
    expect(isOpenAt(extended, japan('2026-06-01T11:59:59.999'))).toBe(true);
    expect(isOpenAt(extended, japan('2026-06-01T12:00:00.000'))).toBe(false);
  });

  it.each<[string, Deadline, string, string[]]>([
    ['gives time', until('2026-06-01'), '障害', []],
    ['is not for the past', until('2026-05-30', '08:59'), '障害', ['programs.extension-past']],
    ['says why', until('2026-06-01'), '', ['programs.extension-reason-missing']],
    ['says it shortly', until('2026-06-01'), '障'.repeat(301), ['forms.too-long']],
  ])('an extension %s', (_, closes, reason, codes) => {
    const faults = extensionFaults(period, closes, reason, japan('2026-05-30T09:00:00'));
    expect(faults.map(({ code }) => code)).toEqual(codes);
  });

  it('an extension never takes time away', () => {
    const faults = extensionFaults(period, until('2026-05-29', '23:00'), '障害', japan('2026-05-29T09:00:00'));
    expect(faults).toEqual([
      { pointer: 'closesOn', code: 'programs.extension-not-later', params: { closes: '令和8年5月29日24時' } },
    ]);
  });
});
