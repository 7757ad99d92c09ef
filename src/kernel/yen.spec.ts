import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatYen, groupDigits, parseYen, sumYen, yen } from './yen.js';

describe('yen', () => {
  it('reads an amount as people type it', () => {
    for (const typed of ['630000', '630,000', '６３０，０００円', '¥630,000', ' 630 000 ']) {
      expect(parseYen(typed)).toBe(630_000n);
    }
  });

  it('keeps blank apart from zero', () => {
    expect(parseYen('  ')).toBeNull();
    expect(parseYen('0')).toBe(0n);
  });

  it('refuses what is no amount and says why', () => {
    expect(() => parseYen('約5万')).toThrow('yen.not-a-number');
    expect(() => parseYen('-1')).toThrow('yen.negative');
    expect(() => parseYen('1.5')).toThrow('yen.with-fraction');
    expect(() => parseYen('１５０．５円')).toThrow('yen.with-fraction');
    expect(() => parseYen('10000000000')).toThrow('yen.too-large');
  });

  it('never takes a fraction or an unsafe number', () => {
    expect(() => yen(0.1)).toThrow(RangeError);
    expect(() => yen(2 ** 53)).toThrow(RangeError);
    expect(() => yen('12.0')).toThrow(RangeError);
  });

  it('groups thousands, and what it prints it can read again', () => {
    expect(groupDigits(1234567n)).toBe('1,234,567');
    expect(groupDigits(-1000)).toBe('-1,000');
    expect(formatYen(yen(-27_500))).toBe('△27,500円');
    fc.assert(
      fc.property(fc.bigInt(0n, 9_999_999_999n), (amount) => {
        expect(parseYen(formatYen(yen(amount)))).toBe(amount);
      }),
    );
  });

  it('sums without losing a yen, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(0n, 10n ** 15n)), (amounts) => {
        const forwards = sumYen(amounts.map(yen));
        expect(sumYen([...amounts].reverse().map(yen))).toBe(forwards);
        expect(amounts.reduce((rest, amount) => rest - amount, forwards as bigint)).toBe(0n);
      }),
    );
  });
});
