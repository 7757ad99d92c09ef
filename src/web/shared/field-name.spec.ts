import { describe, expect, it } from '@jest/globals';

import { fieldId, fieldName } from './field-name.js';

describe('names of fields', () => {
  it.each([
    ['name', 'name', 'f-name'],
    ['lines[2].amount', 'lines[2][amount]', 'f-lines-2-amount'],
    ['lines.2.amount', 'lines[2][amount]', 'f-lines-2-amount'],
    ['budget[income][0][amount]', 'budget[income][0][amount]', 'f-budget-income-0-amount'],
    ['wards[]', 'wards', 'f-wards'],
    ['', '', 'f-'],
  ])('%s is the field %s with the id %s', (pointer, name, id) => {
    expect(fieldName(pointer)).toBe(name);
    expect(fieldId(pointer)).toBe(id);
  });
});
