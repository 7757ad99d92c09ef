import { describe, expect, it } from '@jest/globals';
import { addDays, localDate } from '../../kernel/local-date.js';
import { isToBeReminded } from './reminder.js';

const DUE = localDate('2026-05-29');
const begun = (day: string, phase: 'drafting' | 'reporting' = 'drafting') => ({
  ...{ phase, dueOn: DUE },
  changedAt: new Date(`${day}T10:00:00+09:00`),
});
/** The days on which a worker that runs every morning reminds. */
const remindedOn = (day: string, runs: (left: number) => boolean = () => true): number[] => {
  const reminded: number[] = [];
  for (let left = 20; left >= 0; left -= 1) {
    const today = addDays(DUE, -left);
    if (today < localDate(day) || !runs(left)) continue;
    const last = reminded.at(-1);
    const before = last === undefined ? null : addDays(DUE, -last);
    if (isToBeReminded(begun(day), [7, 1], before, today)) reminded.push(left);
  }
  return reminded;
};

describe('the days of a reminder', () => {
  it('are those of the town before the end', () => expect(remindedOn('2026-04-10')).toEqual([7, 1]));

  it('are made up for after a downtime, both at once if need be', () => {
    expect(remindedOn('2026-04-10', (left) => left > 7 || left < 5)).toEqual([4, 1]);
    expect(remindedOn('2026-04-10', (left) => left > 7 || left === 0)).toEqual([0]);
  });

  it('do not reach back before the case stood as it stands', () => {
    expect(remindedOn('2026-05-24')).toEqual([1]);
    expect(remindedOn('2026-05-29')).toEqual([]);
  });

  it('go on after the end where a report is owed, and of nothing else', () => {
    const on = (phase: 'drafting' | 'reporting', after: number): boolean =>
      isToBeReminded(begun('2026-04-10', phase), [7, 1], addDays(DUE, after - 1), addDays(DUE, after));
    expect([1, 2, 8, 15, 29].filter((after) => on('reporting', after))).toEqual([1, 8, 15, 29]);
    expect([1, 8].filter((after) => on('drafting', after))).toEqual([]);
  });
});
