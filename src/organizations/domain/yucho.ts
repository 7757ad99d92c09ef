import { refuseWhenFaulty } from '../../kernel/domain-error.js';
import { Faults, foldDigits, isDigitsOnly } from './typed-text.js';
import type { AccountKind } from './bank-account.js';

export const YUCHO_BANK_CODE = '9900';

export interface YuchoAccount {
  readonly branchCode: string;
  readonly accountKind: AccountKind;
  readonly accountNumber: string;
  readonly symbol: string;
  readonly number: string;
  /** False when the fourth digit of the 記号 does not follow from the other digits: worth a second look at the passbook. */
  readonly digitsAgree: boolean;
}

/**
 * 記号番号 as printed in a Japan Post passbook → branch, kind and seven-digit number for transfers from other banks.
 * 1xxx0 is 総合・通常貯金: branch = 2nd and 3rd digit + 8, the number loses its last digit, which is always 1.
 * 0xxx0 is 振替口座: branch = 2nd and 3rd digit + 9, current account, the number stands as it is (ゆうちょ銀行の変換方法).
 * Throws faults at `yuchoSymbol` and `yuchoNumber`.
 */
export function convertYucho(typed: { readonly symbol: string; readonly number: string }): YuchoAccount {
  const faults = new Faults();
  const symbol = readSymbol(typed.symbol, faults);
  const number = foldDigits(typed.number);
  const savings = !symbol.startsWith('0');
  if (number === '') faults.add('yuchoNumber', 'organizations.yucho-number-missing');
  else if (!isDigitsOnly(typed.number) || number.length > (savings ? 8 : 6)) {
    faults.add(
      'yuchoNumber',
      savings ? 'organizations.yucho-number-too-long' : 'organizations.yucho-giro-number-too-long',
    );
  } else if (savings && !/^\d+1$/.test(number)) faults.add('yuchoNumber', 'organizations.yucho-number-must-end-in-one');
  refuseWhenFaulty(faults.list);
  return {
    branchCode: `${symbol.slice(1, 3)}${savings ? '8' : '9'}`,
    accountKind: savings ? '1' : '2',
    accountNumber: (savings ? number.slice(0, -1) : number).padStart(7, '0'),
    symbol,
    number,
    digitsAgree: checkDigitOf(symbol, number) === Number(symbol[3]),
  };
}

function readSymbol(typed: string, faults: Faults): string {
  // Some passbooks print a reissue digit after the 記号 (「10000-2」); it takes no part in the conversion.
  const symbol = foldDigits(typed.normalize('NFKC').replace(/^(\s*\d{5})\s*[‐-―−ー-]\s*\d\s*$/, '$1'));
  if (typed.trim() === '') faults.add('yuchoSymbol', 'organizations.yucho-symbol-missing');
  else if (!isDigitsOnly(typed) || !/^[01]\d{3}0$/.test(symbol))
    faults.add('yuchoSymbol', 'organizations.yucho-symbol-shape');
  return symbol;
}

/**
 * The check digit at the fourth place of the 記号: weights 1, 3, 2 over 記号 (that place as 0) and the number of
 * eight digits, products of two digits less nine. Known from public converters, not from the bank itself;
 * therefore a mismatch warns and never refuses.
 */
export function checkDigitOf(symbol: string, number: string): number {
  const digits = [...`${symbol.slice(0, 3)}0${symbol.slice(4)}${number.padStart(8, '0')}`].map(Number);
  const weighted = digits.map((digit, index) => {
    if (index === digits.length - 1 || index % 3 === 0) return digit;
    if (index % 3 === 1) return digit * 3;
    return digit < 5 ? digit * 2 : digit * 2 - 9;
  });
  return weighted.reduce((sum, value) => sum + value, 0) % 10;
}
