import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { storeWorking, type StoredWorking } from '../../kernel/working.js';
import { evaluateRule, type AmountRule, type Facts } from './amount-rule.js';

interface Scenario {
  readonly name: string;
  readonly rule: AmountRule;
  readonly examples: readonly (StoredWorking & { readonly facts: Facts })[];
}

const scenario = (file: string): Scenario =>
  JSON.parse(readFileSync(`test/scenarios/${file}.json`, 'utf8')) as Scenario;

describe.each([scenario('ogori-unei'), scenario('kotake-unei')])('$name', ({ rule, examples }) => {
  it.each(examples)('gives $total yen for $facts.wards 行政区, with its working', ({ facts, lines, total }) => {
    expect(storeWorking(evaluateRule(rule, facts))).toEqual({ lines, total });
  });
});

describe('any rule of flat and per-unit terms', () => {
  const terms = fc.array(fc.record({ perUnit: fc.boolean(), yen: fc.bigInt({ min: 0n, max: 9_999_999n }) }), {
    maxLength: 8,
  });
  const ruleOf = (drawn: readonly { perUnit: boolean; yen: bigint }[]): AmountRule => ({
    terms: drawn.map(({ perUnit, yen }) =>
      perUnit
        ? { kind: 'per-unit', label: '割', article: '第1条', unit: 'wards', unitLabel: '区', yen: yen.toString() }
        : { kind: 'flat', label: '等', article: '第1条', yen: yen.toString() },
    ),
  });

  it('adds up: the total is the sum of the lines, and each further unit adds the same', () => {
    fc.assert(
      fc.property(terms, fc.nat(500), (drawn, wards) => {
        const rule = ruleOf(drawn);
        const here = evaluateRule(rule, { wards });
        const next = evaluateRule(rule, { wards: wards + 1 });
        const perUnit = drawn.filter((term) => term.perUnit).reduce((sum, term) => sum + term.yen, 0n);
        expect(here.lines.reduce((sum, line) => sum + line.yen, 0n)).toBe(here.total);
        expect(next.total - here.total).toBe(perUnit);
      }),
    );
  });

  it.each([-1, 1.5, Number.NaN])('refuses to count %p units', (wards) => {
    const rule = ruleOf([{ perUnit: true, yen: 1n }]);
    expect(() => evaluateRule(rule, { wards })).toThrow(RangeError);
  });
});
