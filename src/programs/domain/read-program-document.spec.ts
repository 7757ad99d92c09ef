import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../../kernel/domain-error.js';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import { localDate } from '../../kernel/local-date.js';
import type { ProgramDocument } from './program-document.js';
import { readProgramDocument } from './read-program-document.js';

const PLAIN = { when: null, cap: null, timesPerYear: null } as const;

const document: ProgramDocument = {
  name: '令和8年度 運営交付金',
  purpose: '組織の運営を支援する。',
  fiscalYear: fiscalYear(2026),
  legalBasis: { title: '見本交付規則', short: '交付規則' },
  sample: ['受付期間'],
  rule: {
    facts: [{ id: 'wards', label: '行政区の数', unitLabel: '行政区', source: 'wards' }],
    terms: [
      { ...PLAIN, kind: 'flat', label: '均等割', article: '交付規則第5条', yen: '570000' },
      {
        ...PLAIN,
        kind: 'per-unit',
        label: '行政区割',
        article: '交付規則第5条',
        yen: '10000',
        unit: 'wards',
        unitLabel: '行政区',
        less: null,
      },
    ],
    deductions: { otherIncome: false, taxCredit: false, article: '' },
    caps: [],
    rounding: null,
    overSubscription: null,
  },
  budgetLineId: '6a3c9a4e-0000-4000-8000-000000000001',
  payment: { method: 'ordinary', methodLabel: '通常払', settlement: false },
  eligibleFrom: localDate('2026-04-01'),
  withdrawalDays: 14,
  timetable: { opens: localDate('2026-04-01'), closes: localDate('2026-05-29'), decisionBy: localDate('2026-06-30') },
  checklist: [{ id: 'purpose', text: '目的に合う', article: '', automatic: null }],
  declarations: [{ id: 'books', text: '帳簿を備えます。' }],
  planQuestions: [{ id: 'aim', label: '目ざすこと', hint: '', maxLength: 400, required: true }],
  files: [],
  budget: {
    grantLabel: '運営交付金',
    income: [{ id: 'dues', label: '会費', deducted: false }],
    expenditure: [
      {
        id: 'rewards',
        label: '報償費',
        treatment: 'consult',
        note: '講師への謝礼など。',
        article: '交付規則別表',
        limits: [{ label: '講師謝礼', unit: '人', yen: '30000', article: '交付規則別表' }],
      },
    ],
    basis: true,
    taxCredit: false,
  },
  letters: {
    decision: { template: 'grant-decision', formLabel: null, seal: 'space' },
    receipt: { template: 'receipt', formLabel: null },
    claim: { template: 'claim', formLabel: null },
  },
  conditions: ['目的のほかに使わないこと。'],
  articles: { application: '第6条', decision: '第7条', claim: '第9条' },
  handledBy: '6a3c9a4e-0000-4000-8000-000000000002',
};

const faultsOf = (input: unknown): Record<string, string> => {
  try {
    readProgramDocument(input);
    return {};
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return Object.fromEntries(error.faults.map((fault) => [fault.pointer, fault.code]));
  }
};

describe('a programme document', () => {
  it('reads back what was written, also through JSON', () => {
    expect(readProgramDocument(JSON.parse(JSON.stringify(document)))).toEqual(document);
  });

  it('understands a form: full-width amounts, days in Japanese, lines of a text area, spare rows', () => {
    const read = readProgramDocument({
      ...document,
      eligibleFrom: '令和８年４月１日',
      withdrawalDays: '１４',
      conditions: '帳簿を備えること。\n\n5年間保存すること。',
      rule: {
        terms: {
          0: { kind: 'flat', label: '均等割', article: '交付規則第5条', yen: '５７０，０００円' },
          1: { kind: 'flat', label: '', article: '', yen: '' },
        },
      },
      planQuestions: [{ id: '', label: '目ざすこと', hint: '', maxLength: '400', required: 'yes' }],
    });
    expect(read.eligibleFrom).toBe('2026-04-01');
    expect(read.conditions).toEqual(['帳簿を備えること。', '5年間保存すること。']);
    expect(read.rule.terms).toEqual([
      { ...PLAIN, kind: 'flat', label: '均等割', article: '交付規則第5条', yen: '570000' },
    ]);
    expect(read.planQuestions[0]?.id).toBe('question-00');
  });

  it('names every fault at its place at once', () => {
    expect(
      faultsOf({
        ...document,
        name: '',
        rule: { terms: [{ kind: 'flat', label: '均等割', article: '交付規則第5条', yen: '五十七万' }] },
        timetable: { opens: '2026-05-01', closes: '2026-04-01', decisionBy: '2026-02-30' },
      }),
    ).toMatchObject({
      name: 'programs.missing',
      'rule.terms[0].yen': 'programs.not-an-amount',
      'timetable.closes': 'programs.closes-before-opening',
      'timetable.decisionBy': 'programs.not-a-day',
    });
  });

  it('cannot be without a rule, and its year bounds what is eligible', () => {
    expect(faultsOf({ ...document, rule: { terms: [] }, eligibleFrom: '2027-04-01' })).toEqual({
      'rule.terms[0].label': 'programs.no-terms',
      eligibleFrom: 'programs.eligible-outside-year',
    });
  });

  it('keeps the codes of its items apart, because answers are stored under them', () => {
    const twice = {
      ...document,
      declarations: [
        { id: 'books', text: '一つめ' },
        { id: 'books', text: '二つめ' },
      ],
    };
    expect(faultsOf(twice)).toEqual({ 'declarations[1].id': 'programs.same-id-twice' });
  });

  it('tells the categories of its budget apart by their words too, and says how each is treated', () => {
    const [rewards] = document.budget.expenditure;
    const expenditure = [rewards, { ...rewards, id: 'more', treatment: 'perhaps' }, { label: '', limits: [] }];
    expect(faultsOf({ ...document, budget: { ...document.budget, expenditure } })).toEqual({
      'budget.expenditure[1].treatment': 'programs.not-chosen',
      'budget.expenditure[1].label': 'programs.same-category-twice',
    });
    expect(faultsOf({ ...document, budget: { ...document.budget, expenditure: [] } })).toEqual({
      'budget.expenditure[0].label': 'programs.no-expenditure-categories',
    });
  });

  it.each([null, undefined, 'text', 42, [], { rule: 7, checklist: 'x' }])(
    'answers %p with faults, not with a crash',
    (input) => {
      expect(Object.keys(faultsOf(input)).length).toBeGreaterThan(10);
    },
  );
});
