import { describe, expect, it } from '@jest/globals';
import { DocumentReader } from '../../../forms/index.js';
import type { AmountRule } from './amount-rule.js';
import { readRule } from './read-rule.js';

const SURROUNDINGS = { categories: ['event', 'print'], questions: ['office-rented'] };
const LINE = { label: '割', article: '第1条' };
const FACTS = [
  { id: 'households', label: '世帯数', unitLabel: '世帯', source: 'figure' },
  {
    id: 'office',
    label: '事務所の借上げ',
    source: 'question',
    question: 'office-rented',
    options: [
      { id: 'rented', label: 'あり' },
      { id: 'none', label: 'なし' },
    ],
  },
];

function read(rule: unknown): { rule: AmountRule; faults: Record<string, string> } {
  const reader = new DocumentReader({ rule });
  const read = readRule(reader.structure('rule', '算定の決まり'), SURROUNDINGS);
  return { rule: read, faults: Object.fromEntries(reader.faults.map(({ pointer, code }) => [pointer, code])) };
}
const faultsOf = (term: object, rest: object = {}): Record<string, string> =>
  read({ facts: FACTS, terms: [{ ...LINE, ...term }], ...rest }).faults;

describe('a rule', () => {
  it('fills in what it does not say, and reads back what it has written', () => {
    const { rule, faults } = read({ terms: [{ ...LINE, kind: 'rate', rate: [1, 2], of: 'all' }] });
    expect(faults).toEqual({});
    expect(rule).toEqual({
      facts: [],
      terms: [{ ...LINE, kind: 'rate', rate: [1, 2], of: 'all', when: null, cap: null, timesPerYear: null }],
      deductions: { otherIncome: false, taxCredit: false, article: '' },
      caps: [],
      rounding: null,
      overSubscription: null,
    });
    expect(read(JSON.parse(JSON.stringify(rule))).rule).toEqual(rule);
  });

  it('understands what a form sends: text, full-width digits, blank groups', () => {
    const { rule, faults } = read({
      terms: {
        0: {
          ...LINE,
          kind: 'rate',
          rate: '３分の２',
          of: ['event', 'print'],
          cap: '３００，０００円',
          when: { fact: '', is: '', atLeast: '', atMost: '' },
          timesPerYear: { most: '2', article: '第3条' },
        },
      },
      deductions: { otherIncome: 'yes', article: '第2条' },
      rounding: { unit: '1000', mode: 'down', on: 'sum', article: '第5条' },
      overSubscription: { unit: '', article: '' },
    });
    expect(faults).toEqual({});
    expect(rule.terms).toEqual([
      {
        ...LINE,
        kind: 'rate',
        rate: [2, 3],
        of: ['event', 'print'],
        cap: '300000',
        when: null,
        timesPerYear: { most: 2, article: '第3条' },
      },
    ]);
    expect(rule.rounding).toEqual({ unit: 1000, mode: 'down', on: 'sum', article: '第5条' });
    expect(rule.overSubscription).toBeNull();
  });

  it('may come as JSON text, whose faults keep their place', () => {
    const text = (rule: unknown): string => JSON.stringify(rule);
    expect(read(text({ terms: [{ ...LINE, kind: 'flat', yen: '1' }] })).faults).toEqual({});
    expect(read(text({ terms: [{ ...LINE, kind: 'flat', yen: '一円' }] })).faults).toEqual({
      'rule.terms[0].yen': 'forms.not-an-amount',
    });
    expect(read('{ "terms": [').faults).toEqual({ rule: 'forms.not-json' });
  });

  it.each([null, undefined, 7, [], {}, { terms: 'x', facts: [1], caps: 3, rounding: 'down' }])(
    'is told what is missing, never breaks: %p',
    (input) => {
      expect(Object.keys(read(input).faults).length).toBeGreaterThan(0);
    },
  );
});

describe('what a rule refers to must be there', () => {
  it.each([
    ['a fact', { kind: 'per-unit', yen: '1', unit: 'people', unitLabel: '人' }, 'unit', 'programs.fact-unknown'],
    ['a fact that counts', { kind: 'banded', unit: 'office', bands: [{ yen: '1' }] }, 'unit', 'programs.fact-unknown'],
    [
      'what is left out',
      { kind: 'per-unit', yen: '1', unit: 'households', unitLabel: '世帯', less: 'residents' },
      'less',
      'programs.fact-unknown',
    ],
    ['a class', { kind: 'by-class', fact: 'households', amounts: [] }, 'fact', 'programs.fact-unknown'],
    [
      'an option',
      {
        kind: 'by-class',
        fact: 'office',
        amounts: [
          { option: 'rented', yen: '1' },
          { option: 'none', yen: '1' },
          { option: 'owned', yen: '1' },
        ],
      },
      'amounts[2].option',
      'programs.option-unknown',
    ],
    [
      'an amount for every option',
      { kind: 'by-class', fact: 'office', amounts: [{ option: 'rented', yen: '1' }] },
      'amounts',
      'programs.one-amount-per-option',
    ],
    ['a category', { kind: 'rate', rate: [1, 2], of: ['event', 'rent'] }, 'of[1]', 'programs.category-unknown'],
    ['a category at all', { kind: 'rate', rate: [1, 2], of: [] }, 'of', 'forms.not-chosen'],
    [
      'the fact of a condition',
      { kind: 'flat', yen: '1', when: { fact: 'people', is: 1 } },
      'when.fact',
      'programs.fact-unknown',
    ],
    [
      'the option of a condition',
      { kind: 'flat', yen: '1', when: { fact: 'office', is: 'owned' } },
      'when.is',
      'programs.option-unknown',
    ],
  ])('%s', (_what, term, place, code) => {
    expect(faultsOf(term)).toEqual({ [`rule.terms[0].${place}`]: code });
  });

  it('says so where nothing fits yet', () => {
    const term = { ...LINE, kind: 'per-unit', yen: '1', unit: 'wards', unitLabel: '区' };
    expect(read({ terms: [term] }).faults).toEqual({ 'rule.terms[0].unit': 'programs.no-fitting-fact' });
  });
});

describe('numbers of a rule', () => {
  it.each(['0/1', '3/2', '1/0', '半分', '', '0.5'])('no rate: %p', (rate) => {
    expect(faultsOf({ kind: 'rate', rate, of: 'all' })).toEqual({ 'rule.terms[0].rate': 'forms.not-a-rate' });
  });

  const banded = (...bands: object[]) => faultsOf({ kind: 'banded', unit: 'households', bands });
  it('bands ascend, and only the last is open', () => {
    expect(banded()).toEqual({ 'rule.terms[0].bands[0].yen': 'programs.no-bands' });
    expect(banded({ upTo: 100, yen: '3' }, { upTo: 100, yen: '2' }, { upTo: null, yen: '1' })).toEqual({
      'rule.terms[0].bands[1].upTo': 'programs.bands-not-ascending',
    });
    expect(banded({ upTo: null, yen: '3' }, { upTo: null, yen: '2' })).toEqual({
      'rule.terms[0].bands[0].upTo': 'programs.band-without-end',
    });
    expect(banded({ upTo: 100, yen: '3' })).toEqual({ 'rule.terms[0].bands[0].upTo': 'programs.last-band-with-end' });
  });

  const conditional = (when: object) => faultsOf({ kind: 'flat', yen: '1', when });
  it('a condition has bounds that can be met', () => {
    expect(conditional({ fact: 'households', atLeast: 101 })).toEqual({});
    expect(conditional({ fact: 'households' })).toEqual({
      'rule.terms[0].when.atLeast': 'programs.condition-without-bounds',
    });
    expect(conditional({ fact: 'households', atLeast: 101, atMost: 100 })).toEqual({
      'rule.terms[0].when.atMost': 'programs.condition-bounds-crossed',
    });
  });

  it('a pool has a whole of which there are parts', () => {
    const share = { kind: 'share', pool: '35000000', rate: [7, 10], part: 'households', whole: 0 };
    expect(faultsOf(share)).toEqual({ 'rule.terms[0].whole': 'forms.not-a-count' });
  });

  it('rounding has a unit, a way and a place, and everything names its article', () => {
    const flat = { kind: 'flat', yen: '1' };
    expect(faultsOf(flat, { rounding: { unit: 500 }, deductions: { taxCredit: true } })).toEqual({
      'rule.deductions.article': 'forms.missing',
      'rule.rounding.unit': 'programs.not-a-rounding-unit',
      'rule.rounding.mode': 'forms.not-chosen',
      'rule.rounding.on': 'forms.not-chosen',
      'rule.rounding.article': 'forms.missing',
    });
    expect(faultsOf(flat, { overSubscription: { method: 'lottery', unit: 1000, article: '第8条' } })).toEqual({
      'rule.overSubscription.method': 'forms.not-chosen',
    });
    expect(faultsOf(flat, { caps: [{ kind: 'share-of-cost', label: '上限', article: '第4条', rate: '9' }] })).toEqual({
      'rule.caps[0].rate': 'forms.not-a-rate',
    });
  });
});

describe('facts', () => {
  const fact = (change: object) =>
    read({
      facts: [{ id: 'x', label: '数', unitLabel: '人', source: 'figure', ...change }],
      terms: [{ ...LINE, kind: 'flat', yen: '1' }],
    }).faults;

  it('come from a source that can give them', () => {
    expect(fact({})).toEqual({});
    expect(fact({ source: 'guess' })).toEqual({ 'rule.facts[0].source': 'forms.not-chosen' });
    expect(fact({ source: 'question', question: 'colour' })).toEqual({
      'rule.facts[0].question': 'programs.fact-without-question',
    });
    expect(fact({ unitLabel: '' })).toEqual({ 'rule.facts[0].unitLabel': 'forms.missing' });
  });

  it('are classes with at least two options, or numbers without any', () => {
    const [one, two] = [
      { id: 'a', label: '甲' },
      { id: 'b', label: '乙' },
    ];
    expect(fact({ options: [one] })).toEqual({ 'rule.facts[0].options[1].label': 'programs.one-option-only' });
    expect(fact({ options: [one, two], source: 'wards' })).toEqual({
      'rule.facts[0].source': 'programs.source-counts',
    });
    expect(fact({ options: [one, two, one] })).toEqual({ 'rule.facts[0].options[2].id': 'forms.same-id-twice' });
  });

  it('have names of their own', () => {
    expect(read({ facts: [FACTS[0], FACTS[0]], terms: [{ ...LINE, kind: 'flat', yen: '1' }] }).faults).toEqual({
      'rule.facts[1].id': 'forms.same-id-twice',
    });
  });
});
