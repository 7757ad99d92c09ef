import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sumYen, yen, ZERO_YEN } from '../../../kernel/yen.js';
import {
  ROUNDING_MODES,
  ROUNDING_PLACES,
  ROUNDING_UNITS,
  type AmountRule,
  type RuleInput,
  type RuleTerm,
} from './amount-rule.js';
import { evaluateRule } from './evaluate-rule.js';

const PLAIN = { label: '割', article: '第1条', when: null, cap: null, timesPerYear: null } as const;
const RULE: AmountRule = {
  facts: [
    { id: 'households', label: '世帯数', unitLabel: '世帯', source: 'figure' },
    { id: 'residents', label: '施設入所者', unitLabel: '人', source: 'figure' },
    {
      id: 'office',
      label: '事務所の借上げ',
      unitLabel: '',
      source: 'figure',
      options: [
        { id: 'rented', label: 'あり' },
        { id: 'none', label: 'なし' },
      ],
    },
  ],
  terms: [],
  deductions: { otherIncome: true, taxCredit: true, article: '第2条' },
  caps: [],
  rounding: null,
  overSubscription: null,
};
const INPUT: RuleInput = {
  facts: { households: 120, residents: 20, office: 'rented' },
  costs: {},
  otherIncome: ZERO_YEN,
  taxCredit: ZERO_YEN,
  timesThisYear: 1,
};

const ruleOf = (terms: readonly RuleTerm[], change: Partial<AmountRule> = {}): AmountRule => ({
  ...RULE,
  terms,
  ...change,
});

const digits = (most: number) => fc.nat(most).map(String);
const rate = fc.nat(19).chain((less) => fc.tuple(fc.integer({ min: 1, max: less + 1 }), fc.constant(less + 1)));
const base = fc.record({
  label: fc.constantFrom('一の割', '二の割'),
  article: fc.constant('第1条'),
  when: fc.option(
    fc.oneof(
      fc.record({ fact: fc.constant('households'), atLeast: fc.nat(300) }),
      fc.record({ fact: fc.constant('households'), atMost: fc.nat(300) }),
      fc.record({ fact: fc.constant('office'), is: fc.constantFrom('rented', 'none') }),
    ),
    { nil: null },
  ),
  cap: fc.option(digits(500_000), { nil: null }),
  timesPerYear: fc.option(fc.record({ most: fc.integer({ min: 1, max: 3 }), article: fc.constant('第3条') }), {
    nil: null,
  }),
});
const kinds: fc.Arbitrary<RuleTerm>[] = [
  fc.record({ kind: fc.constant('flat' as const), yen: digits(900_000) }),
  fc.record({
    kind: fc.constant('per-unit' as const),
    yen: digits(5_000),
    unit: fc.constant('households'),
    unitLabel: fc.constant('世帯'),
    less: fc.constantFrom(null, 'residents'),
  }),
  fc.record({
    kind: fc.constant('banded' as const),
    unit: fc.constant('households'),
    bands: fc.tuple(digits(5_000), digits(5_000)).map(([first, next]) => [
      { upTo: 100, yen: first },
      { upTo: null, yen: next },
    ]),
  }),
  fc.record({
    kind: fc.constant('by-class' as const),
    fact: fc.constant('office'),
    amounts: fc.tuple(digits(900_000), digits(900_000)).map(([rented, none]) => [
      { option: 'rented', yen: rented },
      { option: 'none', yen: none },
    ]),
  }),
  fc.record({
    kind: fc.constant('share' as const),
    pool: digits(35_000_000),
    rate,
    part: fc.constantFrom(null, 'households'),
    whole: fc.integer({ min: 1, max: 400 }),
  }),
  fc.record({
    kind: fc.constant('rate' as const),
    rate,
    of: fc.constantFrom<readonly string[] | 'all'>('all', ['event'], ['event', 'print']),
  }),
].map((kind) => fc.tuple(base, kind).map(([common, own]) => ({ ...common, ...own })));

const rules: fc.Arbitrary<AmountRule> = fc.record({
  facts: fc.constant(RULE.facts),
  terms: fc.array(fc.oneof(...kinds), { minLength: 1, maxLength: 6 }),
  deductions: fc.record({ otherIncome: fc.boolean(), taxCredit: fc.boolean(), article: fc.constant('第2条') }),
  caps: fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constant('yen' as const),
        yen: digits(900_000),
        label: fc.constant('上限'),
        article: fc.constant('第4条'),
      }),
      fc.record({
        kind: fc.constant('share-of-cost' as const),
        rate,
        label: fc.constant('経費の上限'),
        article: fc.constant('第4条'),
      }),
    ),
    { maxLength: 2 },
  ),
  rounding: fc.option(
    fc.record({
      unit: fc.constantFrom(...ROUNDING_UNITS),
      mode: fc.constantFrom(...ROUNDING_MODES),
      on: fc.constantFrom(...ROUNDING_PLACES),
      article: fc.constant('第5条'),
    }),
    { nil: null },
  ),
  overSubscription: fc.constant(null),
});
const amount = (most: number) => fc.nat(most).map((each) => yen(each));
const inputs: fc.Arbitrary<RuleInput> = fc.record({
  facts: fc.record({
    households: fc.nat(400),
    residents: fc.nat(100),
    office: fc.constantFrom('rented', 'none'),
  }),
  costs: fc.record({ event: amount(900_000), print: amount(900_000), other: amount(900_000) }),
  otherIncome: amount(500_000),
  taxCredit: fc.oneof(amount(90_000), fc.constant('unknown' as const)),
  timesThisYear: fc.integer({ min: 1, max: 4 }),
});

describe('any rule with any input', () => {
  it('gives lines that sum to the total, never below zero and never above what a cap allows', () => {
    fc.assert(
      fc.property(rules, inputs, (rule, input) => {
        const { lines, total } = evaluateRule(rule, input);
        expect(sumYen(lines.map((line) => line.yen))).toBe(total);
        expect(total).toBeGreaterThanOrEqual(0n);
        const cost = sumYen(Object.values(input.costs));
        for (const cap of rule.caps) {
          if (cap.kind === 'yen') expect(total).toBeLessThanOrEqual(BigInt(cap.yen));
          else expect(total * BigInt(cap.rate[1])).toBeLessThanOrEqual(cost * BigInt(cap.rate[0]));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keeps each term within its own cap and each share within its pool, also where it is rounded up', () => {
    fc.assert(
      fc.property(rules, inputs, (rule, input) => {
        for (const term of rule.terms) {
          const { total } = evaluateRule({ ...rule, terms: [term], caps: [] }, input);
          if (term.cap !== null) expect(total).toBeLessThanOrEqual(BigInt(term.cap));
          if (term.kind === 'share') {
            expect(total * BigInt(term.rate[1])).toBeLessThanOrEqual(BigInt(term.pool) * BigInt(term.rate[0]));
          }
        }
      }),
    );
  });

  it('comes to the same whatever the order of terms, caps and costs', () => {
    fc.assert(
      fc.property(rules, inputs, (rule, input) => {
        const turned = { ...rule, terms: rule.terms.toReversed(), caps: rule.caps.toReversed() };
        const costs = Object.fromEntries(Object.entries(input.costs).toReversed());
        expect(evaluateRule(turned, { ...input, costs }).total).toBe(evaluateRule(rule, input).total);
      }),
    );
  });

  it('never falls as the eligible cost rises or as other income falls', () => {
    fc.assert(
      fc.property(rules, inputs, amount(300_000), (rule, input, more) => {
        const here = evaluateRule(rule, input).total;
        const costs = { ...input.costs, event: sumYen([input.costs['event'] ?? ZERO_YEN, more]) };
        expect(evaluateRule(rule, { ...input, costs }).total).toBeGreaterThanOrEqual(here);
        expect(evaluateRule(rule, { ...input, otherIncome: ZERO_YEN }).total).toBeGreaterThanOrEqual(here);
      }),
    );
  });

  it('never falls as households are added, where no term asks for few of them', () => {
    fc.assert(
      fc.property(rules, inputs, fc.nat(100), (drawn, input, more) => {
        const terms = drawn.terms.filter(({ when }) => when?.atMost === undefined);
        const rule = { ...drawn, terms };
        const facts = { ...input.facts, households: Number(input.facts['households']) + more };
        expect(evaluateRule(rule, { ...input, facts }).total).toBeGreaterThanOrEqual(evaluateRule(rule, input).total);
      }),
    );
  });
});

describe('rounding', () => {
  const thirds: RuleTerm = { ...PLAIN, kind: 'rate', rate: [1, 3], of: 'all' };
  const costs = { event: yen(1_000_000) };
  const rounded = (mode: 'down' | 'up' | 'half-up', on: 'lines' | 'sum', terms: RuleTerm[] = [thirds]) =>
    evaluateRule(ruleOf(terms, { rounding: { unit: 1000, mode, on, article: '第5条' } }), { ...INPUT, costs });

  it('states its unit and its way in a line of its own', () => {
    expect(rounded('down', 'sum').lines.map(({ formula, yen: each }) => [formula, each])).toEqual([
      ['対象経費 1,000,000円 × 3分の1', 333_333n],
      ['千円未満切捨て', -333n],
    ]);
    expect(rounded('up', 'sum').lines.at(-1)).toMatchObject({ formula: '千円未満切上げ', yen: 667n });
    expect(rounded('half-up', 'lines').lines.at(-1)).toMatchObject({ label: '割の端数処理', yen: -333n });
  });

  it('differs on lines and on the sum', () => {
    const three = [thirds, thirds, thirds];
    expect(rounded('down', 'lines', three).total).toBe(999_000n);
    expect(rounded('down', 'sum', three).total).toBe(1_000_000n);
    expect(rounded('down', 'sum', three).lines.at(-1)).toMatchObject({ formula: '各行の円未満の合計', yen: 1n });
  });

  it('cuts to whole yen where the rule says nothing', () => {
    expect(evaluateRule(ruleOf([thirds]), { ...INPUT, costs }).total).toBe(333_333n);
  });
});

describe('deductions', () => {
  const half = (of: 'all' | readonly string[]): RuleTerm => ({ ...PLAIN, kind: 'rate', rate: [1, 2], of });
  const costs = { event: yen(200_000), print: yen(110_000) };

  it('lie on every category alike', () => {
    const rule = ruleOf([half(['event']), half(['print'])]);
    const { lines, total } = evaluateRule(rule, { ...INPUT, costs, otherIncome: yen(62_000) });
    expect(lines.map(({ formula }) => formula)).toEqual([
      '（この区分の対象経費 200,000円 − その他の収入 62,000円 × 200,000円 ÷ 310,000円）× 2分の1',
      '（この区分の対象経費 110,000円 − その他の収入 62,000円 × 110,000円 ÷ 310,000円）× 2分の1',
    ]);
    expect(lines.map((line) => line.yen)).toEqual([80_000n, 44_000n]);
    expect(total).toBe(124_000n);
  });

  it('are left alone by a rule that does not name them', () => {
    const rule = ruleOf([half('all')], { deductions: { otherIncome: false, taxCredit: false, article: '' } });
    const input: RuleInput = { ...INPUT, costs, otherIncome: yen(62_000), taxCredit: 'unknown' };
    expect(evaluateRule(rule, input).lines.map(({ formula }) => formula)).toEqual(['対象経費 310,000円 × 2分の1']);
  });
});

describe('broken input', () => {
  const perHousehold: RuleTerm = {
    ...PLAIN,
    kind: 'per-unit',
    yen: '1',
    unit: 'households',
    unitLabel: '世帯',
    less: null,
  };

  it.each([-1, 1.5, Number.NaN, '6', undefined])('is no count of households: %p', (households) => {
    const facts = { ...INPUT.facts, households } as RuleInput['facts'];
    expect(() => evaluateRule(ruleOf([perHousehold]), { ...INPUT, facts })).toThrow(RangeError);
  });

  it('is refused for classes and costs too', () => {
    const byClass: RuleTerm = { ...PLAIN, kind: 'by-class', fact: 'office', amounts: [{ option: 'rented', yen: '1' }] };
    expect(() => evaluateRule(ruleOf([byClass]), { ...INPUT, facts: { office: 'owned' } })).toThrow(RangeError);
    expect(() => evaluateRule(ruleOf([byClass]), { ...INPUT, costs: { event: yen(-1) } })).toThrow(RangeError);
    expect(() => evaluateRule(ruleOf([byClass]), { ...INPUT, otherIncome: yen(-1) })).toThrow(RangeError);
  });
});
