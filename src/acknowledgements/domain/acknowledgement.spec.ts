import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../../kernel/domain-error.js';
import { LONGEST_REPLY, readReply, type ToldKind } from './acknowledgement.js';

const codesOf = (kind: ToldKind, typed: string): string[] => {
  try {
    readReply(kind, typed);
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.faults.map(({ pointer, code }) => `${pointer}: ${code}`);
  }
};

describe('what the town says to what it was told', () => {
  it('is an instruction where an accident was reported', () => {
    expect(codesOf('accident-report', '　')).toEqual(['reply: acknowledgements.instruction-missing']);
    expect(readReply('accident-report', ' 11月15日までに、延期した日を知らせてください。 ')).toBe(
      '11月15日までに、延期した日を知らせてください。',
    );
  });

  it('may be nothing elsewhere, and is never endless', () => {
    expect(readReply('progress-report', '')).toBe('');
    const most = '字'.repeat(LONGEST_REPLY);
    expect(codesOf('minor-change', most)).toEqual([]);
    expect(codesOf('minor-change', `${most}字`)).toEqual(['reply: acknowledgements.reply-too-long']);
  });
});
