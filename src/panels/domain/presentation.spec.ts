import { describe, expect, it } from '@jest/globals';
import { readTimes, slotsOf } from './presentation.js';

const CASES = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

describe('the timetable of a presentation', () => {
  it('gives each the time to talk and to be asked, one after the other', () => {
    const slots = slotsOf({ startsAt: '13:50', presentation: { talk: 7, questions: 8 } }, CASES);
    expect([...slots]).toEqual([
      ['a', { from: '13:50', until: '14:05' }],
      ['b', { from: '14:05', until: '14:20' }],
      ['c', { from: '14:20', until: '14:35' }],
    ]);
  });

  it('is open while the hour is open, and where nobody presents', () => {
    expect(slotsOf({ startsAt: null, presentation: { talk: 7, questions: 8 } }, CASES).size).toBe(0);
    expect(slotsOf({ startsAt: '13:50', presentation: null }, CASES).size).toBe(0);
  });

  it('is read as people type it; one time without the other is asked for', () => {
    expect(readTimes({ talkMinutes: '１０分', questionMinutes: '5' }).times).toEqual({ talk: 10, questions: 5 });
    expect(readTimes({ talkMinutes: ' ', questionMinutes: '' })).toEqual({ times: null, faults: [] });
    const pointers = (talkMinutes: string, questionMinutes: string): string[] =>
      readTimes({ talkMinutes, questionMinutes }).faults.map(({ pointer }) => pointer);
    expect(pointers('10', '')).toEqual(['questionMinutes']);
    expect(pointers('0', '10')).toEqual(['talkMinutes']);
    expect(pointers('ten', '181')).toEqual(['talkMinutes', 'questionMinutes']);
  });
});
