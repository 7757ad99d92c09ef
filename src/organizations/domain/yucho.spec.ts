import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../../kernel/domain-error.js';
import { checkDigitOf, convertYucho } from './yucho.js';

const faultsOf = (symbol: string, number: string): string[] => {
  try {
    convertYucho({ symbol, number });
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.faults.map(({ pointer, code }) => `${pointer} ${code}`);
  }
};

describe('convertYucho', () => {
  it('turns 14030-12345671 into branch 408, savings 1234567', () => {
    expect(convertYucho({ symbol: '14030', number: '12345671' })).toMatchObject({
      branchCode: '408',
      accountKind: '1',
      accountNumber: '1234567',
      digitsAgree: true,
    });
  });

  it('turns the giro account 00160-100001 into branch 019, current 0100001', () => {
    expect(convertYucho({ symbol: '00160', number: '100001' })).toMatchObject({
      branchCode: '019',
      accountKind: '2',
      accountNumber: '0100001',
      digitsAgree: true,
    });
  });

  it('reads full-width digits, a reissue digit and short numbers', () => {
    expect(convertYucho({ symbol: '１７４４０－２', number: ' １２３１ ' })).toMatchObject({
      symbol: '17440',
      branchCode: '748',
      accountNumber: '0000123',
    });
  });

  it('only doubts when the check digit differs, and refuses nothing', () => {
    expect(convertYucho({ symbol: '14080', number: '12345671' }).digitsAgree).toBe(false);
  });

  it.each([
    ['', '', ['yuchoSymbol organizations.yucho-symbol-missing', 'yuchoNumber organizations.yucho-number-missing']],
    ['24030', '12345671', ['yuchoSymbol organizations.yucho-symbol-shape']],
    ['1403', '12345671', ['yuchoSymbol organizations.yucho-symbol-shape']],
    ['14031', '12345671', ['yuchoSymbol organizations.yucho-symbol-shape']],
    ['14030', '123456781', ['yuchoNumber organizations.yucho-number-too-long']],
    ['14030', '12345672', ['yuchoNumber organizations.yucho-number-must-end-in-one']],
    ['14030', 'abc', ['yuchoNumber organizations.yucho-number-missing']],
    ['00160', '1000011', ['yuchoNumber organizations.yucho-giro-number-too-long']],
  ])('refuses %s-%s: %j', (symbol, number, expected) => expect(faultsOf(symbol, number)).toEqual(expected));

  it('always gives a branch of three and a number of seven digits from which the passbook can be told again', () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
    fc.assert(
      fc.property(digits(3), digits(7), (middle, leading) => {
        const account = convertYucho({ symbol: `1${middle}0`, number: `${leading}1` });
        expect(account.branchCode).toBe(`${middle.slice(0, 2)}8`);
        expect(account.accountNumber).toBe(leading);
        expect(account.digitsAgree).toBe(checkDigitOf(`1${middle}0`, `${leading}1`) === Number(middle[2]));
      }),
    );
  });
});
