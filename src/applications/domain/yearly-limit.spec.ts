import { describe, expect, it } from '@jest/globals';
import { hasRoom, yearlyFaults } from './yearly-limit.js';

const three = { most: 3, article: '交付規則第6条' };

describe('applications of one organisation in one year', () => {
  it('are as many as the programme says', () => {
    expect([0, 1, 2, 3, 4].map((standing) => hasRoom(three, standing))).toEqual([true, true, true, false, false]);
    expect(hasRoom(null, 99)).toBe(true);
  });

  it('are counted at the first sending, never at a correction', () => {
    expect(yearlyFaults(three, 0, 2)).toEqual([]);
    expect(yearlyFaults(three, 0, 3)).toEqual([
      { pointer: '', code: 'applications.year-full', params: { most: 3, article: '交付規則第6条' } },
    ]);
    expect(yearlyFaults(three, 1, 3)).toEqual([]);
    expect(yearlyFaults(null, 0, 99)).toEqual([]);
  });
});
