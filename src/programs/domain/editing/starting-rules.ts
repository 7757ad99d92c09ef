import type { AmountRule, FactDefinition, RuleTerm } from '../amount-rule/amount-rule.js';

/** A rule to begin from; its figures are there to be replaced. */
export interface StartingRule {
  readonly name: string;
  readonly label: string;
  readonly rule: AmountRule;
}

/** Until the town names it. */
const ARTICLE = '第○条';
const TERM = { article: ARTICLE, when: null, cap: null, timesPerYear: null } as const;
const FLAT: RuleTerm = { ...TERM, kind: 'flat', label: '均等割', yen: '100000' };
const WARDS: FactDefinition = { id: 'wards', label: '行政区の数', unitLabel: '行政区', source: 'wards' };
const HOUSEHOLDS: FactDefinition = { id: 'households', label: '世帯数', unitLabel: '世帯', source: 'figure' };

const plain = (terms: readonly RuleTerm[], facts: readonly FactDefinition[] = []): AmountRule => ({
  facts,
  terms,
  deductions: { otherIncome: false, taxCredit: false, article: '' },
  caps: [],
  rounding: null,
  overSubscription: null,
});

/** The shapes that most ordinances have. */
export const STARTING_RULES: readonly StartingRule[] = [
  { name: 'flat', label: '定額', rule: plain([FLAT]) },
  {
    name: 'flat-and-wards',
    label: '定額と、行政区ごとの額',
    rule: plain(
      [
        FLAT,
        {
          ...TERM,
          kind: 'per-unit',
          label: '行政区割',
          yen: '10000',
          unit: 'wards',
          unitLabel: '行政区',
          less: null,
        },
      ],
      [WARDS],
    ),
  },
  {
    name: 'rate',
    label: '対象経費の2分の1（上限あり、千円未満切捨て）',
    rule: {
      ...plain([{ ...TERM, kind: 'rate', label: '補助額', rate: [1, 2], of: 'all' }]),
      caps: [{ kind: 'yen', label: '上限', article: ARTICLE, yen: '300000' }],
      rounding: { unit: 1000, mode: 'down', on: 'sum', article: ARTICLE },
    },
  },
  {
    name: 'banded',
    label: '世帯数の段に応じた額',
    rule: plain(
      [
        {
          ...TERM,
          kind: 'banded',
          label: '世帯割',
          unit: 'households',
          bands: [
            { upTo: 100, yen: '500' },
            { upTo: 300, yen: '400' },
            { upTo: null, yen: '300' },
          ],
        },
      ],
      [HOUSEHOLDS],
    ),
  },
];
