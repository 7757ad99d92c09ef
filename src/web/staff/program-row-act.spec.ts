import { describe, expect, it } from '@jest/globals';
import { afterRowAct, readRowAct } from './program-row-act.js';

const meals = { label: '会議費', limits: [{ label: '弁当' }, { label: '茶' }] };
const body = { name: '見本', budget: { grantLabel: '交付金', expenditure: [meals, { label: '事務費' }] } };

const after = (act: string, typed: object = body): unknown => {
  const read = readRowAct({ ...typed, act });
  return read && afterRowAct(typed, read);
};

describe('a button within a list of rows', () => {
  it('adds a blank row and keeps everything else that was typed', () => {
    const expenditure = [meals, { label: '事務費' }, {}];
    expect(after('add:budget.expenditure')).toEqual({ name: '見本', budget: { grantLabel: '交付金', expenditure } });
  });

  it('moves a row with all that belongs to it', () => {
    expect(after('down:budget.expenditure.0')).toMatchObject({ budget: { expenditure: [{ label: '事務費' }, meals] } });
    expect(after('up:budget.expenditure.0')).toEqual(body);
  });

  it('takes out a row of a list within a row', () => {
    expect(after('remove:budget.expenditure.0.limits.0')).toMatchObject({
      budget: { expenditure: [{ label: '会議費', limits: [{ label: '茶' }] }, { label: '事務費' }] },
    });
  });

  it('reads long lists, which come with numbers for keys, and begins a list that is not there yet', () => {
    expect(after('remove:list.1', { list: { 0: 'a', 1: 'b', 2: 'c' } })).toEqual({ list: ['a', 'c'] });
    expect(after('add:budget.income')).toMatchObject({ budget: { income: [{}], grantLabel: '交付金' } });
  });

  it.each(['', 'stay', 'add:', 'burn:budget', 'up:budget.income', 'add:__proto__.x'])(
    'leaves 「%s」 to be saved',
    (act) => {
      expect(after(act)).toBeNull();
    },
  );
});
