import { describe, expect, it } from '@jest/globals';
import { fiscalYear } from '../../../kernel/fiscal-year.js';
import { localDate } from '../../../kernel/local-date.js';
import type { Question } from '../../../forms/index.js';
import type { ProgramDocument } from '../program-document.js';
import { changesBetweenEditions, changesForApplicants } from './changes-between-editions.js';

const PLAIN = { when: null, cap: null, timesPerYear: null } as const;
const AIM: Question = {
  ...{ id: 'aim', kind: 'text', label: '目ざすこと', hint: '', required: true, when: null },
  ...{ maxLength: 400, lines: 'many' },
};
const PLACE: Question = {
  ...{ id: 'venue', kind: 'choice', label: '会場', hint: '', required: true, when: null, many: false },
  options: [
    { id: 'indoors', label: '屋内' },
    { id: 'outdoors', label: '屋外' },
  ],
};
const RAIN: Question = {
  ...{ id: 'rain', kind: 'text', label: '雨のとき', hint: '', required: false },
  ...{ when: { question: 'venue', is: 'outdoors' }, maxLength: 200, lines: 'one' },
};

const document: ProgramDocument = {
  name: '令和8年度 運営交付金',
  purpose: '組織の運営を支援する。',
  fiscalYear: fiscalYear(2026),
  legalBasis: { title: '見本交付規則', short: '交付規則' },
  sample: [],
  rule: {
    facts: [{ id: 'wards', label: '行政区の数', unitLabel: '行政区', source: 'wards' }],
    terms: [
      { ...PLAIN, kind: 'flat', label: '均等割', article: '第5条', yen: '570000' },
      {
        ...{ ...PLAIN, kind: 'per-unit', label: '行政区割', article: '第5条' },
        ...{ yen: '10000', unit: 'wards', unitLabel: '行政区', less: null },
      },
    ],
    deductions: { otherIncome: false, taxCredit: false, article: '' },
    caps: [],
    rounding: null,
    overSubscription: null,
  },
  budgetLineId: '6a3c9a4e-0000-4000-8000-000000000001',
  payment: { method: 'ordinary', methodLabel: '通常払', settlement: false },
  eligibleStart: { kind: 'day', day: localDate('2026-04-01') },
  perYear: { most: 1, article: '第6条' },
  withdrawalDays: 14,
  changes: {
    ...{
      totalPercent: 20,
      categoryPercent: null,
      article: '規則第8条',
      discontinuationArticle: '',
      revocationArticle: '',
    },
    ...{ reportArticle: '', progressDue: null },
  },
  project: null,
  timetable: { opens: localDate('2026-04-01'), closes: localDate('2026-05-29'), decisionBy: localDate('2026-06-30') },
  panel: null,
  report: null,
  checklist: [{ id: 'purpose', text: '目的に合う', article: '第2条', automatic: null }],
  form: [
    { id: 'plan', title: '計画', lead: '', questions: [AIM, PLACE, RAIN] },
    { id: 'more', title: 'そのほか', lead: '', questions: [] },
  ],
  budget: {
    grantLabel: '交付金',
    income: [{ id: 'fees', label: '会費', deducted: false }],
    expenditure: [
      { id: 'fees', label: '報償費', treatment: 'eligible', note: '', article: '', limits: [] },
      { id: 'food', label: '食糧費', treatment: 'consult', note: '', article: '別表', limits: [] },
    ],
    basis: false,
    taxCredit: false,
  },
  letters: {
    decision: { template: 'grant-decision', formLabel: '様式第2号', wording: null, seal: 'space' },
    receipt: { template: 'receipt', formLabel: null, wording: null },
    claim: { template: 'claim', formLabel: null, wording: null },
  },
  conditions: ['目的のほかに使わない。', '帳簿を5年間保存する。'],
  articles: { application: '第6条', decision: '第7条', claim: '第9条' },
  handledBy: '6a3c9a4e-0000-4000-8000-000000000002',
};

const named = (change: Partial<ProgramDocument> = {}) => ({
  document: { ...document, ...change },
  budgetLine: '02-01-07-18 運営交付金',
  handledBy: 'コミュニティ推進課',
});
const changes = (change: Partial<ProgramDocument>) => changesBetweenEditions(named(), named(change));
const withForm = (...questions: readonly Question[]): Partial<ProgramDocument> => ({
  form: [{ id: 'plan', title: '計画', lead: '', questions }],
});

describe('what changed between two editions', () => {
  it('is nothing where both say the same', () => {
    expect(changes({})).toEqual([]);
  });

  it('says amounts of the rule as staff read them', () => {
    const [flat, ...rest] = document.rule.terms;
    const terms = [{ ...flat, yen: '600000' } as typeof flat & object, ...rest];
    expect(changes({ rule: { ...document.rule, terms } })).toEqual([
      {
        part: 'amount',
        title: '交付額の算定',
        changes: [{ label: '均等割', before: '570,000円（定額）（第5条）', after: '600,000円（定額）（第5条）' }],
      },
    ]);
  });

  it('tells a question that came, one that changed and one that went', () => {
    const asked: Question = { ...AIM, id: 'who', label: '参加する人' };
    const [form] = changes({
      form: [
        { id: 'plan', title: '計画', lead: '', questions: [{ ...AIM, maxLength: 800, required: false }, asked] },
        { id: 'more', title: 'そのほか', lead: '', questions: [PLACE] },
      ],
    });
    expect(form?.changes.map(({ label, before, after }) => [label, before !== null, after !== null])).toEqual([
      ['質問「目ざすこと」', true, true],
      ['質問「参加する人」', false, true],
      ['質問「会場」', true, true],
      ['質問「雨のとき」', true, false],
    ]);
    expect(form?.changes[0]?.before).toBe('「目ざすこと」（文章、必須）\n区分：計画\n400字まで、複数行');
    expect(form?.changes[0]?.after).toBe('「目ざすこと」（文章、任意）\n区分：計画\n800字まで、複数行');
    expect(form?.changes[2]?.after).toContain('区分：そのほか');
    expect(form?.changes[3]?.before).toContain('たずねるとき：「会場」が「屋外」のとき');
  });

  it('tells how a panel judges as soon as one is asked, and what changed in it', () => {
    const panel: NonNullable<ProgramDocument['panel']> = {
      criteria: [{ id: 'public', label: '公益性', hint: '', most: 10, floor: 4 }],
      least: { of: 'mean', points: [125, 2] },
      conflictRule: 'mean',
      tieBreak: ['public'],
      article: '審査要領第5条',
    };
    const [asked] = changes({ panel });
    expect(asked?.changes.map(({ label, after }) => [label, after])).toEqual(
      expect.arrayContaining([
        ['評価項目「公益性」', '公益性（10点、平均4点未満は不採択）'],
        ['最低基準', '委員の平均が125/2点以上'],
        ['同点のときに比べる評価項目', '公益性'],
      ]),
    );
    const out = changesBetweenEditions(named({ panel }), named({ panel: { ...panel, conflictRule: 'out' } }));
    expect(out).toEqual([
      {
        part: 'panel',
        title: '審査会',
        changes: [
          {
            label: '利害関係のある委員の点',
            before: 'ほかの委員の平均点を付けたものとする',
            after: '合計にも平均にも入れない',
          },
        ],
      },
    ]);
  });

  it('sees options, conditions, categories, days and conditions of the grant', () => {
    const outdoors: Question = { ...PLACE, options: [...PLACE.options.slice(0, 1), { id: 'square', label: '広場' }] };
    expect(changes(withForm(AIM, outdoors, RAIN))[0]?.changes[0]?.after).toContain('選択肢：屋内、広場');
    const [food] = document.budget.expenditure.slice(1);
    const expenditure = [...document.budget.expenditure.slice(0, 1), { ...food, treatment: 'ineligible' } as const];
    expect(
      changes({
        timetable: { ...document.timetable, closes: localDate('2026-06-12') },
        budget: { ...document.budget, expenditure: expenditure as typeof document.budget.expenditure },
        conditions: ['目的のほかに使わない。', '変更のときは届け出る。', '帳簿を5年間保存する。'],
      }).map(({ part, changes: [first] }) => [part, first]),
    ).toEqual([
      ['dates', { label: '受付の終わり', before: '令和8年5月29日', after: '令和8年6月12日' }],
      [
        'budget',
        {
          label: '支出の科目「食糧費」',
          before: '食糧費（要相談）\n根拠：別表',
          after: '食糧費（対象外）\n根拠：別表',
        },
      ],
      ['conditions', { label: '条件2', before: null, after: '変更のときは届け出る。' }],
    ]);
  });

  it('tells of each option whose words changed, for what was answered takes the new ones', () => {
    const [indoors, outdoors] = PLACE.options;
    const reworded = { ...PLACE, options: [indoors, { ...outdoors, label: '広場' }] } as Question;
    const form = [{ id: 'plan', title: '計画', lead: '', questions: [AIM, reworded, RAIN] }, document.form[1]];
    const told = changesForApplicants(document, { ...document, form: form as ProgramDocument['form'] });
    expect(told[0]?.changes.at(-1)).toEqual({
      label: '質問「会場」：選択肢の言葉が変わりました',
      before: '屋外',
      after: '広場',
    });
    const replaced = { ...PLACE, options: [indoors, { id: 'square', label: '広場' }] } as Question;
    expect(JSON.stringify(changes(withForm(AIM, replaced)))).not.toContain('選択肢の言葉が変わりました');
  });

  it('keeps from applicants what is for staff alone', () => {
    const change = {
      purpose: '別の目的。',
      checklist: [],
      timetable: { ...document.timetable, closes: localDate('2026-06-12') },
    };
    expect(changesForApplicants(document, { ...document, ...change }).map(({ part }) => part)).toEqual(['dates']);
  });
});
