import { describe, expect, it } from '@jest/globals';
import { DocumentReader } from '../../forms/index.js';
import type { VerificationSheet } from '../../kernel/verification-sheet.js';
import { readVerification } from './read-verification.js';

const SHEET: VerificationSheet = {
  days: 30,
  article: '要綱第12条',
  panel: true,
  points: [
    {
      ...{ id: 'purpose', label: '目的は達成されましたか', hint: '申請書とくらべて。' },
      options: [
        { id: 'reached', label: '達成された' },
        { id: 'not', label: '達成されなかった' },
      ],
    },
  ],
  directions: [
    { id: 'continue', label: '継続' },
    { id: 'end', label: '終了' },
  ],
};

const read = (input: unknown) => {
  const reader = new DocumentReader(input);
  return { sheet: readVerification(reader), faults: reader.faults.map(({ pointer, code }) => [pointer, code]) };
};

describe('検証 of a programme', () => {
  it('is read as it was written', () => {
    expect(read(SHEET)).toEqual({ sheet: SHEET, faults: [] });
  });

  it('names each fault at its place', () => {
    const { faults } = read({
      days: '0',
      points: [
        { id: 'direction', label: '方向', options: [{ label: 'はい' }, { label: 'いいえ' }] },
        { id: 'aim', label: '目的', options: [{ label: 'はい' }] },
        { id: 'aim-reason', label: '理由', options: [{ label: 'はい' }, { label: 'はい' }] },
      ],
      directions: [],
    });
    expect(faults).toEqual(
      expect.arrayContaining([
        ['days', 'forms.not-a-count'],
        ['points[0].id', 'forms.same-id-twice'],
        ['points[1].options', 'programs.verification-options'],
        ['points[2].id', 'forms.same-id-twice'],
        ['points[2].options', 'forms.same-option-twice'],
        ['directions', 'programs.verification-options'],
      ]),
    );
  });
});
