import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../../kernel/domain-error.js';
import { LONGEST_MESSAGE, readMessage, type TypedMessage } from './message.js';

const places = [{ pointer: 'form.aim', label: '今年度に目ざすこと' }];

const faultsOf = (typed: TypedMessage): unknown => {
  try {
    return readMessage(typed, places);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.faults;
  }
};

describe('a message as typed', () => {
  it('is kept as written between its first and last sign, with the place in words', () => {
    expect(readMessage({ text: '\n 会場は\n二つです。 \n', place: 'form.aim' }, places)).toEqual({
      text: '会場は\n二つです。',
      place: places[0],
    });
    expect(readMessage({ text: '全体について', place: '' }, places).place).toBeNull();
  });

  it('may have two thousand characters, counted as people count them', () => {
    const full = '𠮷'.repeat(LONGEST_MESSAGE);
    expect(readMessage({ text: full, place: '' }, places).text).toBe(full);
    expect(faultsOf({ text: `${full}です`, place: '' })).toEqual([
      { pointer: 'text', code: 'cases.message-too-long', params: { most: LONGEST_MESSAGE, over: 2 } },
    ]);
  });

  it('names what is missing and a place that is gone, both at once', () => {
    expect(faultsOf({ text: ' \n　', place: 'plan.gone' })).toEqual([
      { pointer: 'text', code: 'cases.message-missing' },
      { pointer: 'place', code: 'cases.place-gone' },
    ]);
  });
});
