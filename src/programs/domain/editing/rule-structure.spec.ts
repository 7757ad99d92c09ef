import { describe, expect, it } from '@jest/globals';
import type { AmountRule } from '../amount-rule/amount-rule.js';
import { sameStructure } from './rule-structure.js';
import { STARTING_RULES } from './starting-rules.js';

const ruleOf = (name: string): AmountRule => {
  const found = STARTING_RULES.find((start) => start.name === name);
  if (!found) throw new Error(name);
  return found.rule;
};
const WARDS = ruleOf('flat-and-wards');
const [FLAT, PER_WARD] = WARDS.terms;
if (FLAT?.kind !== 'flat' || PER_WARD?.kind !== 'per-unit') throw new Error('the rule to begin from has changed');
const BANDED = ruleOf('banded');
const [BANDS] = BANDED.terms;
if (BANDS?.kind !== 'banded') throw new Error('the rule to begin from has changed');

const ofYear = (atLeast: number): AmountRule => ({
  ...WARDS,
  terms: [{ ...FLAT, when: { fact: 'wards', atLeast } }, PER_WARD],
});

describe('two rules have the same structure', () => {
  it.each<[string, AmountRule, AmountRule, boolean]>([
    [
      'whatever their amounts, names and articles',
      WARDS,
      { ...WARDS, terms: [{ ...FLAT, yen: '1', label: '割' }, PER_WARD] },
      true,
    ],
    ['with a band more', BANDED, { ...BANDED, terms: [{ ...BANDS, bands: [{ upTo: null, yen: '1' }] }] }, true],
    ['whatever the number of a condition', ofYear(3), ofYear(4), true],
    ['but not without a condition', ofYear(3), WARDS, false],
    ['but not with a term less', WARDS, { ...WARDS, terms: [PER_WARD] }, false],
    ['but not in another order', WARDS, { ...WARDS, terms: [PER_WARD, FLAT] }, false],
    ['but not counting something else', WARDS, { ...WARDS, terms: [FLAT, { ...PER_WARD, unit: 'people' }] }, false],
    [
      'but not from another source',
      WARDS,
      { ...WARDS, facts: WARDS.facts.map((fact) => ({ ...fact, source: 'figure' as const })) },
      false,
    ],
  ])('%s', (_, one, other, same) => {
    expect(sameStructure(one, other)).toBe(same);
  });
});
