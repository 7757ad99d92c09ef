import { describe, expect, it } from '@jest/globals';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import { programOfYear } from './program-of-year.js';

describe('a programme beside its year', () => {
  it('has the year once, whether or not its name begins with it', () => {
    const year = fiscalYear(2026);
    for (const programName of ['運営交付金', '令和8年度 運営交付金', '令和8年度　運営交付金'])
      expect(programOfYear({ fiscalYear: year, programName })).toBe('令和8年度　運営交付金');
  });
});
