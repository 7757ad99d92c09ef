import { describe, expect, it } from '@jest/globals';
import { localDate, momentInJapan } from '../../kernel/local-date.js';
import type { TownBank } from '../../municipalities/index.js';
import { handInDay } from './batch-rules.js';

const today = localDate('2026-05-26');
const at = (time: string, cutOffTime: string | null) =>
  handInDay({ cutOffTime } as TownBank, { today, now: momentInJapan(today, time) });

describe('the day on which the bank has a file', () => {
  it('is the next once the hour that the bank names is over, and this one where it names none', () => {
    expect([at('14:59', '15:00'), at('15:00', '15:00'), at('15:01', '15:00')]).toEqual([
      '2026-05-26',
      '2026-05-26',
      '2026-05-27',
    ]);
    expect(at('23:59', null)).toBe('2026-05-26');
  });
});
