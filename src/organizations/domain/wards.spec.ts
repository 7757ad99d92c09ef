import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../../kernel/domain-error.js';
import { readWards } from './wards.js';

const refusal = (typed: string): object => {
  try {
    readWards(typed);
  } catch (error) {
    if (error instanceof DomainError) return error.faults[0] ?? {};
  }
  return {};
};

describe('readWards', () => {
  it('takes one a line, in the order typed, and passes over blank lines', () => {
    expect(readWards('稲吉\r\n\r\n　二森 \n下岩田')).toEqual(['稲吉', '二森', '下岩田']);
  });

  it('refuses a ward named twice, also in another width', () => {
    expect(refusal('1区\n2区\n１ 区')).toMatchObject({
      pointer: 'wards',
      code: 'organizations.ward-twice',
      params: { names: '１ 区' },
    });
  });

  it('refuses none at all', () => expect(refusal(' \n')).toMatchObject({ code: 'organizations.wards-missing' }));

  it('counts exactly the different names', () => {
    const name = fc.stringMatching(/^[一-四東西南北上下]{1,6}$/);
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 40 }), (names) => {
        expect(readWards(names.join('\n'))).toEqual(names);
      }),
    );
  });
});
