import { describe, expect, it } from '@jest/globals';
import { answeredIn, blankSheet, speakerOf, type TableMember } from './member-sheet.js';

const member = (staffId: string, more: Partial<TableMember> = {}): TableMember => ({
  ...{ staffId, name: staffId, role: 'member', away: false, sheet: blankSheet(staffId) },
  ...more,
});
const given = [{ point: 'purpose', label: '目的', answer: '達成された', reason: '花が咲いた。' }];

describe('the table of a panel', () => {
  it('is spoken for by its chair, and by the next member where the chair keeps away', () => {
    const chair = member('chair', { role: 'chair' });
    expect(speakerOf([member('first'), chair])?.staffId).toBe('chair');
    expect(speakerOf([{ ...chair, away: true }, member('first'), member('second')])?.staffId).toBe('first');
    expect(speakerOf([{ ...chair, away: true }])).toBeUndefined();
  });

  it('counts the answers of those who do not keep away', () => {
    const answered = { ...blankSheet('a'), given };
    const table = [member('a', { sheet: answered }), member('b', { sheet: answered, away: true }), member('c')];
    expect(answeredIn(table).map(({ staffId }) => staffId)).toEqual(['a']);
  });
});
