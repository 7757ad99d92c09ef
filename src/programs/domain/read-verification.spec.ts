import { describe, expect, it } from '@jest/globals';
import { KOTAKE_VERIFICATION } from '../../demo/programs/kotake-model-verification.js';
import { DocumentReader } from '../../forms/index.js';
import { readVerification } from './read-verification.js';
import { sheetQuestions } from './verification-sheet.js';

const read = (input: unknown) => {
  const reader = new DocumentReader(input);
  return { sheet: readVerification(reader), faults: reader.faults.map(({ pointer, code }) => [pointer, code]) };
};

describe('検証 of a programme', () => {
  it('is read as it was written', () => {
    expect(read(KOTAKE_VERIFICATION)).toEqual({ sheet: KOTAKE_VERIFICATION, faults: [] });
  });

  it('asks for each point one choice and its reason, the direction last', () => {
    const asked = sheetQuestions(KOTAKE_VERIFICATION);
    expect(asked.map(({ title }) => title)).toEqual([
      '目的は達成されましたか',
      '住民の参加と役割は十分でしたか',
      '組織は育ちましたか',
      '補助金は今後も必要ですか',
      '今後の方向性',
    ]);
    expect(asked.map(({ questions }) => questions.map(({ kind, required }) => [kind, required]))).toEqual(
      asked.map(() => [
        ['choice', true],
        ['text', true],
      ]),
    );
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
