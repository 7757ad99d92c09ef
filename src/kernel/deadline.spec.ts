import { describe, expect, it } from '@jest/globals';
import { endOf, endOfDay, formatDeadline, formatTimeLeft, isOver, laterOf, type Deadline } from './deadline.js';
import { localDate, parseTime } from './local-date.js';

const may29 = endOfDay(localDate('2026-05-29'));
const at = (day: string, time: string | null): Deadline => ({ day: localDate(day), time });
const japan = (moment: string): Date => new Date(`${moment}+09:00`);

describe('a deadline', () => {
  it('lasts to the last moment of its day in Japan, and not a moment longer', () => {
    expect(isOver(may29, japan('2026-05-29T23:59:59.999'))).toBe(false);
    expect(isOver(may29, japan('2026-05-30T00:00:00.000'))).toBe(true);
    // the same two moments, as a server in London writes them
    expect(isOver(may29, new Date('2026-05-29T14:59:59.999Z'))).toBe(false);
    expect(isOver(may29, new Date('2026-05-29T15:00:00.000Z'))).toBe(true);
  });

  it('may end at a time of the day', () => {
    const noon = at('2026-06-01', '12:00');
    expect(isOver(noon, japan('2026-06-01T11:59:59.999'))).toBe(false);
    expect(isOver(noon, japan('2026-06-01T12:00:00.000'))).toBe(true);
    expect(laterOf(noon, may29)).toBe(noon);
    expect(laterOf(noon, endOfDay(localDate('2026-06-01')))).toMatchObject({ time: null });
    expect(endOf(noon).toISOString()).toBe('2026-06-01T03:00:00.000Z');
  });

  it('is written with its hour, so that nobody guesses', () => {
    expect(formatDeadline(may29)).toBe('令和8年5月29日24時');
    expect(formatDeadline(at('2026-06-01', '17:00'))).toBe('令和8年6月1日17時');
    expect(formatDeadline(at('2026-06-01', '09:05'))).toBe('令和8年6月1日9時5分');
  });

  it.each([
    ['2026-05-26T19:00:00', '3日5時間'],
    ['2026-05-29T00:00:00', '1日0時間'],
    ['2026-05-29T18:40:00', '5時間20分'],
    ['2026-05-29T23:40:30', '19分'],
    ['2026-05-29T23:59:59', '1分未満'],
    ['2026-05-30T00:00:00', null],
  ])('at %s leaves %s', (moment, left) => {
    expect(formatTimeLeft(may29, japan(moment))).toBe(left);
  });
});

describe('a time of day', () => {
  it('is read as people type it', () => {
    expect(['17:00', '17時', '１７：００', ' 17 時 00 分 '].map(parseTime)).toEqual([
      '17:00',
      '17:00',
      '17:00',
      '17:00',
    ]);
    expect(['9時5分', '0:00', ''].map(parseTime)).toEqual(['09:05', '00:00', null]);
  });

  it.each(['24:00', '17:60', '5', '夕方', '17:0'])('%s is none', (typed) => {
    expect(() => parseTime(typed)).toThrow('date.not-a-time');
  });
});
