import { describe, expect, it } from '@jest/globals';
import { momentInJapan, localDate } from '../../kernel/local-date.js';
import { yen } from '../../kernel/yen.js';
import { executionBy } from './execution.js';
import { waitsOf, type Times } from './waits.js';

describe('the figures of a year', () => {
  it('group grants by programme and district, count what came back as not spent, and keep apart what a later year paid', () => {
    const grants = [
      { program: '運営交付金', district: '大原', granted: yen(600), paid: yen(600), returned: yen(100), later: yen(0) },
      { program: '運営交付金', district: '味坂', granted: yen(700), paid: yen(0), returned: yen(0), later: yen(300) },
      { program: '事業補助金', district: '大原', granted: yen(50), paid: yen(50), returned: yen(0), later: yen(0) },
    ];
    expect(executionBy('program', grants)).toEqual([
      { name: '運営交付金', count: 2, granted: 1_300n, spent: 500n, later: 300n },
      { name: '事業補助金', count: 1, granted: 50n, spent: 50n, later: 0n },
    ]);
    expect(executionBy('district', grants, ['味坂', '三国', '大原']).map(({ name, spent }) => [name, spent])).toEqual([
      ['味坂', 0n],
      ['大原', 550n],
    ]);
  });

  it('tell the days from act to act, half of the cases and the longest', () => {
    const at = (day: string, time = '09:00') => momentInJapan(localDate(day), time);
    const cases: Times[] = [
      { submitted: at('2026-04-01', '23:59'), passed: at('2026-04-02', '00:01') },
      { submitted: at('2026-04-01'), passed: at('2026-04-11'), decided: at('2026-04-11') },
      { submitted: at('2026-04-01'), passed: at('2026-04-05') },
      { submitted: at('2026-04-01') },
    ];
    expect(waitsOf(cases).slice(0, 3)).toEqual([
      { from: 'submitted', to: 'passed', count: 3, median: 4, longest: 10 },
      { from: 'passed', to: 'decided', count: 1, median: 0, longest: 0 },
      { from: 'decided', to: 'issued', count: 0, median: null, longest: null },
    ]);
  });
});
