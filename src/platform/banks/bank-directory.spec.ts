import { describe, expect, it } from '@jest/globals';
import { findForbiddenCharacters, transferKanaBytes } from '../../kernel/kana.js';
import { addressedTo, BankDirectory } from './bank-directory.js';

const banks = new BankDirectory();
const names = (typed: string): string[] => banks.findBanks(typed).map(({ code, name }) => `${code} ${name}`);

describe('banks', () => {
  it.each([
    ['福岡銀行', '0177 福岡'],
    ['福岡', '0177 福岡'],
    ['ふくおか', '0177 福岡'],
    ['ﾌｸｵｶ', '0177 福岡'],
    ['0177', '0177 福岡'],
    ['ゆうちょ銀行', '9900 ゆうちょ'],
    ['ゆうちょ', '9900 ゆうちょ'],
    ['ＰａｙＰａｙ銀行', '0033 ＰａｙＰａｙ'],
    ['福岡信用金庫', '1901 福岡信金'],
    ['筑後信用金庫', '1909 筑後信金'],
    ['JA筑紫', '8636 筑紫農協'],
    ['西日本シティ', '0190 西日本シティ'],
  ])('%s finds %s first', (typed, expected) => expect(names(typed)[0]).toBe(expected));

  it('finds nothing for nothing', () => {
    expect(names(' ')).toEqual([]);
    expect(names('ない銀行の名前')).toEqual([]);
  });

  it('gives every bank a name and kana that fit the fields of a transfer record', () => {
    const all = Array.from({ length: 10_000 }, (_, number) => banks.bank(String(number).padStart(4, '0'))).filter(
      (bank) => bank !== null,
    );
    expect(all).toHaveLength(banks.size);
    expect(all.length).toBeGreaterThan(1000);
    for (const bank of all) {
      const offices = [bank, ...banks.findBranches(bank.code, '')];
      expect(offices.length).toBeGreaterThan(1);
      for (const { kana } of offices) {
        expect(transferKanaBytes(kana)).toBeLessThanOrEqual(15);
        expect(findForbiddenCharacters(kana, '.')).toEqual([]);
      }
    }
  });
});

describe('branches', () => {
  it.each([
    ['0177', '小郡支店', '636'],
    ['0177', 'おごおり', '636'],
    ['0178', '小郡', '101'],
    ['0190', '小郡', '058'],
    ['9900', '七四八', '748'],
    ['9900', '748', '748'],
  ])('of %s by %s is %s', (bank, typed, expected) => expect(banks.findBranches(bank, typed)[0]?.code).toBe(expected));

  it('knows none of an unknown bank', () => {
    expect(banks.findBranches('9998', '小郡')).toEqual([]);
    expect(banks.branch('9998', '001')).toBeNull();
  });

  it('a letter is addressed to 銀行 and 支店 in full', () => {
    expect(addressedTo({ name: '福岡' }, { name: '小郡' })).toBe('福岡銀行　小郡支店');
    expect(addressedTo({ name: '福岡信金' }, { name: '本店営業部' })).toBe('福岡信用金庫　本店営業部');
    expect(addressedTo({ name: 'ゆうちょ' }, { name: '七四八' })).toBe('ゆうちょ銀行　七四八店');
    expect(addressedTo({ name: 'みい農協' }, { name: '小郡' })).toBe('みい農協　小郡支店');
  });
});
