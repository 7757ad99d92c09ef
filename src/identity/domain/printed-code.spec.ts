import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DomainError } from '../../kernel/domain-error.js';
import { makePrintedCode } from '../../kernel/printed-code.js';
import { readPrintedCode } from './printed-code.js';

const codes = fc
  .infiniteStream(fc.nat({ max: 1_000_000 }))
  .map((numbers) => makePrintedCode((below) => (numbers.next().value as number) % below));

const refusal = (typed: string): string | null => {
  try {
    readPrintedCode(typed);
    return null;
  } catch (error) {
    return (error as DomainError).code;
  }
};

describe('a printed code', () => {
  it('has four groups of four letters that cannot be taken for one another', () => {
    fc.assert(fc.property(codes, (code) => /^([34679ACDEFGHJKMNPQRTWXY]{4}-?){4}$/.test(code)));
  });

  it('is read however it is typed', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const fullWidth = Array.from(code, (c) =>
          c === '-' ? 'ー' : String.fromCharCode(c.charCodeAt(0) + 0xfee0),
        ).join('');
        for (const typed of [
          code,
          code.toLowerCase(),
          code.replaceAll('-', ''),
          ` ${code.replaceAll('-', ' ')} `,
          fullWidth,
        ]) {
          expect(readPrintedCode(typed)).toBe(code);
        }
      }),
    );
  });

  it('tells a single wrong letter and two exchanged neighbours as a slip of the finger', () => {
    const alphabet = '34679ACDEFGHJKMNPQRTWXY';
    fc.assert(
      fc.property(codes, fc.nat({ max: 15 }), fc.nat({ max: 21 }), (code, place, step) => {
        const letters = Array.from(code.replaceAll('-', ''));
        const wrong = [...letters];
        wrong[place] = alphabet.charAt((alphabet.indexOf(letters[place] ?? '') + 1 + step) % alphabet.length);
        expect(refusal(wrong.join(''))).toBe('identity.code-mistyped');

        const next = (place + 1) % 15;
        const exchanged = [...letters];
        [exchanged[place % 15], exchanged[next]] = [letters[next] ?? '', letters[place % 15] ?? ''];
        if (exchanged.join('') !== letters.join('')) expect(refusal(exchanged.join(''))).toBe('identity.code-mistyped');
      }),
    );
  });

  it.each([
    ['', 'identity.code-missing'],
    [' - ', 'identity.code-missing'],
    ['ABC', 'identity.code-mistyped'],
    ['0000-0000-0000-0000', 'identity.code-mistyped'],
  ])('refuses %p', (typed, code) => expect(refusal(typed)).toBe(code));
});
