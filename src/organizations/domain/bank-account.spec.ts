import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../../kernel/domain-error.js';
import { proposeTransferKana } from '../../kernel/kana.js';
import { maskAccountNumber, readAccountNumber, readHolderKana, readTransferKana } from './bank-account.js';

const codesOf = (act: () => unknown): string[] => {
  try {
    act();
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.faults.map(({ code }) => code.replace('organizations.', ''));
  }
};

describe('readAccountNumber', () => {
  it('folds width, blanks and hyphens', () => {
    expect(readAccountNumber({ accountKind: '1', accountNumber: '１２３－４５６７' }).accountNumber).toBe('1234567');
  });
  it.each(['123456', '12345678', '12345a7', 'あ'])('refuses %s', (accountNumber) => {
    expect(codesOf(() => readAccountNumber({ accountKind: '1', accountNumber }))).toEqual([
      'account-number-not-seven-digits',
    ]);
  });
  it('asks for the kind', () => {
    expect(codesOf(() => readAccountNumber({ accountKind: '9', accountNumber: '1234567' }))).toEqual([
      'account-kind-missing',
    ]);
  });
});

describe('readHolderKana', () => {
  it('keeps the whole name, small kana included', () => {
    expect(readHolderKana('ｵｺﾞｵﾘｺｳｸ キョウギカイ　カイチョウ みほんたろう')).toBe(
      'オゴオリコウク キョウギカイ カイチョウ ミホンタロウ',
    );
  });
  it('refuses kanji', () => expect(codesOf(() => readHolderKana('小郡コウク'))).toEqual(['holder-kana-not-kana']));
});

describe('readTransferKana', () => {
  const passbook = 'ア'.repeat(28) + 'ガク';
  it.each([
    ['', ['transfer-kana-missing']],
    ['会長', ['transfer-kana-forbidden']],
    ['ア/イ', ['transfer-kana-forbidden']],
    ['ア'.repeat(31), ['transfer-kana-too-long']],
    ['ｱ'.repeat(28) + 'ｶ', ['transfer-kana-splits-sound']],
    ['ﾞｱ', ['transfer-kana-splits-sound']],
  ])('refuses %s', (typed, codes) => expect(codesOf(() => readTransferKana(typed, passbook, ''))).toEqual(codes));

  it('takes the symbols of the town’s bank', () => expect(readTransferKana('ア/イ', passbook, '/')).toBe('ｱ/ｲ'));

  it('takes whatever the system proposes for a passbook name', () => {
    const letter = fc.constantFrom(...'アガパキャッヂヴーン ');
    fc.assert(
      fc.property(fc.array(letter, { minLength: 1, maxLength: 60 }), (letters) => {
        const name = letters.join('').trim();
        fc.pre(name !== '');
        const proposed = proposeTransferKana(name);
        expect(readTransferKana(proposed, name, '')).toBe(proposed);
      }),
    );
  });
});

it('shows the last three digits only', () => expect(maskAccountNumber('1234567')).toBe('••••567'));
