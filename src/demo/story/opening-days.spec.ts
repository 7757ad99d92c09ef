import { describe, expect, it } from '@jest/globals';
import { localDate } from '../../kernel/local-date.js';
import { roundsOf } from '../rounds.js';
import { kotake } from '../towns/index.js';
import { daysBefore } from './opening-days.js';

const THURSDAY = localDate('2026-11-26');

describe('the days before somebody first looks', () => {
  it('are working days', () => {
    expect(daysBefore(THURSDAY, 1)).toBe('2026-11-25');
    expect([4, 5, 6].map((days) => daysBefore(THURSDAY, days))).toEqual(['2026-11-20', '2026-11-20', '2026-11-20']);
    expect(daysBefore(THURSDAY, -2)).toBe('2026-11-27');
  });

  it('lie in the year of the demonstration', () => {
    expect(daysBefore(localDate('2026-04-13'), 190)).toBe('2026-04-01');
  });

  it.each(['2026-04-13', '2026-07-01', '2026-11-26', '2027-03-31'])(
    'show two calls that are over and one that is open, on %s',
    (day) => {
      const today = localDate(day);
      const [call] = kotake.calls;
      const periods = roundsOf(call!, today).map(({ typed }) => [typed['opens'], typed['closes']] as string[]);
      const standings = periods.map(([opens = '', closes = '']) =>
        closes < today ? 'over' : opens <= today ? 'open' : 'coming',
      );
      expect(standings).toEqual(['over', 'over', 'open']);
    },
  );
});
