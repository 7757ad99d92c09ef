import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../../kernel/domain-error.js';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import { localDate } from '../../kernel/local-date.js';
import type { ProgramDocument } from './program-document.js';
import { readProgramDocument } from './read-program-document.js';

const PLAIN = { when: null, cap: null, timesPerYear: null } as const;
const asked = (id: string, label: string) => ({ id, label, hint: '', required: true, when: null });
const option = (id: string, label: string) => ({ id, label });

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
  checklist: [{ id: 'purpose', text: '目的に合う', article: '', automatic: null }],
  form: [
    {
      id: 'plan',
      title: '計画',
      lead: '',
      questions: [
        { ...asked('aim', '目ざすこと'), kind: 'text', maxLength: 400, lines: 'many' },
        {
          ...asked('kind', '種類'),
          kind: 'choice',
          many: false,
          options: [option('new', '新しい'), option('old', '前からの')],
        },
        { ...asked('since', '始めた日'), kind: 'date', when: { question: 'kind', is: 'old' } },
      ],
    },
    {
      id: 'details',
      title: 'くわしいこと',
      lead: 'わかる範囲で書きます。',
      questions: [
        { ...asked('people', '参加する人'), kind: 'number', unit: '人', least: 1, most: 5000 },
        { ...asked('cost', '費用'), kind: 'yen', most: '500000' },
        { ...asked('span', '期間'), kind: 'period' },
        { ...asked('where', '場所'), kind: 'place' },
        {
          ...asked('steps', '進め方'),
          kind: 'table',
          mostRows: 12,
          columns: [{ ...option('day', '日'), kind: 'date' }],
        },
        { ...asked('bill', '見積書'), kind: 'file', many: true },
        { ...asked('books', '帳簿'), kind: 'declaration', text: '帳簿を備えます。' },
      ],
    },
  ],
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
    decision: { template: 'grant-decision', formLabel: null, wording: null, seal: 'space' },
    receipt: { template: 'receipt', formLabel: null, wording: null },
    claim: { template: 'claim', formLabel: null, wording: null },
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

  it('keeps the letters of a name as they were typed, and composes kana', () => {
    const read = readProgramDocument({ ...document, purpose: '\ufa19社のまつりか\u3099対象' });
    expect(read.purpose).toBe('\ufa19社のまつりが対象');
  });

  it('understands a form: full-width amounts, days in Japanese, lines of a text area, spare rows', () => {
    const read = readProgramDocument({
      ...document,
      eligibleStart: { kind: 'day', day: '令和８年４月１日' },
      perYear: { most: '', article: '' },
      withdrawalDays: '１４',
      conditions: '帳簿を備えること。\n\n5年間保存すること。',
      rule: {
        terms: {
          0: { kind: 'flat', label: '均等割', article: '交付規則第5条', yen: '５７０，０００円' },
        },
      },
      form: {
        0: {
          id: '',
          title: '計画',
          questions: {
            0: { id: 'question-1', kind: 'declaration', text: '守ります。' },
            1: { id: '', kind: 'text', label: '目ざすこと', maxLength: '４００', lines: 'one', required: 'yes' },
            2: { id: '', kind: 'text', label: '', text: '', maxLength: '', lines: 'many' },
          },
        },
        1: { id: '', title: '', lead: '', questions: { 0: { kind: 'text', label: '' } } },
      },
    });
    expect(read.eligibleStart).toEqual({ kind: 'day', day: '2026-04-01' });
    expect(read).toMatchObject({ perYear: null, withdrawalDays: 14 });
    expect(read.conditions).toEqual(['帳簿を備えること。', '5年間保存すること。']);
    expect(read.rule.terms).toEqual([
      { ...PLAIN, kind: 'flat', label: '均等割', article: '交付規則第5条', yen: '570000' },
    ]);
    expect(read.form).toMatchObject([
      {
        id: 'section-1',
        questions: [
          { id: 'question-1', label: '誓約', required: false },
          { id: 'question-2', maxLength: 400, required: true },
        ],
      },
    ]);
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
      name: 'forms.missing',
      'rule.terms[0].yen': 'forms.not-an-amount',
      'timetable.closes': 'programs.closes-before-opening',
      'timetable.decisionBy': 'forms.not-a-day',
    });
  });

  it('cannot be without a rule, and its year bounds what is eligible', () => {
    expect(faultsOf({ ...document, rule: { terms: [] }, eligibleStart: { kind: 'day', day: '2027-04-01' } })).toEqual({
      'rule.terms[0].label': 'programs.no-terms',
      'eligibleStart.day': 'programs.eligible-outside-year',
    });
  });

  it('keeps the codes of its questions apart over all sections, because answers are stored under them', () => {
    const [plan, details] = document.form;
    const twice = { ...details, questions: [{ ...asked('aim', '別の問い'), kind: 'period' }] };
    expect(faultsOf({ ...document, form: [plan, twice] })).toEqual({
      'form[1].questions[0].id': 'forms.same-id-twice',
    });
    for (const id of ['budget', 'paper-original']) {
      expect(faultsOf({ ...document, form: [{ ...plan, id }, details] })).toEqual({
        'form[0].id': 'forms.same-id-twice',
      });
    }
    for (const id of ['bylaws', 'paper-scan']) {
      const taken = { ...details, questions: [{ ...asked(id, '添える書類'), kind: 'period' }] };
      expect(faultsOf({ ...document, form: [plan, taken] })).toEqual({
        'form[1].questions[0].id': 'forms.same-id-twice',
      });
    }
  });

  it('asks on a condition only after the choice on which it hangs, and for an answer that it offers', () => {
    const [plan] = document.form;
    const [aim, kind, since] = plan?.questions ?? [];
    const fault = { 'form[0].questions[0].when': 'forms.condition-unknown' };
    const withForm = (...questions: unknown[]) => faultsOf({ ...document, form: [{ ...plan, questions }] });
    expect(withForm(since, kind)).toEqual(fault);
    expect(withForm({ ...aim, when: { question: 'aim', is: '' } })).toEqual(fault);
    expect(withForm(kind, { ...since, when: { question: 'kind', is: 'other' } })).toEqual({
      'form[0].questions[1].when': 'forms.condition-unknown',
    });
  });

  it('names a project only by a line of text and a period', () => {
    const project = { titleQuestion: 'aim', periodQuestion: 'since' };
    expect(faultsOf({ ...document, project })).toEqual({
      'project.titleQuestion': 'programs.no-title-question',
      'project.periodQuestion': 'programs.no-period-question',
    });
    const [plan, ...rest] = document.form;
    const name = { ...asked('name', '事業の名称'), kind: 'text', lines: 'one', maxLength: 60 };
    const named = { ...document, form: [{ ...plan, questions: [name, ...(plan?.questions ?? [])] }, ...rest] };
    expect(faultsOf({ ...named, project: { titleQuestion: 'name', periodQuestion: 'span' } })).toEqual({});
  });

  it('asks for 事前着手 right after the period, in the words of the town, and only where it is allowed', () => {
    const [plan, ...rest] = document.form;
    const name = { ...asked('name', '事業の名称'), kind: 'text', lines: 'one', maxLength: 60 };
    const project = { titleQuestion: 'name', periodQuestion: 'span' };
    const form = [{ ...plan, questions: [name, ...(plan?.questions ?? [])] }, ...rest];
    const read = (priorStart: boolean, sections: unknown = form): ProgramDocument =>
      readProgramDocument({ ...document, project, form: sections, eligibleStart: { kind: 'decision', priorStart } });
    const questionsOf = (told: ProgramDocument) => told.form.flatMap(({ questions }) => questions);
    const behindThePeriod = (told: ProgramDocument) => {
      const questions = questionsOf(told);
      return questions[questions.findIndex(({ id }) => id === 'span') + 1];
    };
    expect(behindThePeriod(read(true))).toMatchObject({ id: 'prior-start', kind: 'text', required: false });
    expect(questionsOf(read(false)).map(({ id }) => id)).not.toContain('prior-start');
    const reworded = read(true).form.map((section) => ({
      ...section,
      questions: section.questions.map((question) =>
        question.id === 'prior-start' ? { ...question, label: '先に始める理由' } : question,
      ),
    }));
    expect(behindThePeriod(read(true, reworded))).toMatchObject({ id: 'prior-start', label: '先に始める理由' });
    expect(questionsOf(read(false, reworded)).map(({ id }) => id)).not.toContain('prior-start');
  });

  it('says how a panel judges, and then waits for its result before the review ends', () => {
    const item = (id: string, label: string) => ({ id, label, hint: '', most: 10, floor: null });
    const panel = {
      criteria: [item('public', '公益性'), { ...item('real', '実現性'), floor: 4 }],
      least: { of: 'mean', points: '12.5' },
      conflictRule: 'mean',
      tieBreak: ['public'],
      article: '審査要領第5条（見本）',
    };
    const read = readProgramDocument({ ...document, panel });
    expect(read.panel).toEqual({ ...panel, least: { of: 'mean', points: [125, 10] } });
    expect(read.checklist.at(-1)).toMatchObject({ automatic: 'panel-result', article: '審査要領第5条（見本）' });
    expect(readProgramDocument(JSON.parse(JSON.stringify(read)))).toEqual(read);
    expect(readProgramDocument({ ...read, panel: undefined }).checklist).toEqual(document.checklist);
  });

  it('points at what a panel could not judge by', () => {
    const item = { id: 'public', label: '公益性', hint: '', most: 10, floor: 11 };
    const panel = {
      criteria: [item, { ...item, floor: '', most: '0' }],
      least: { of: 'mean', points: '0' },
      tieBreak: 'new',
    };
    expect(faultsOf({ ...document, panel })).toEqual({
      'panel.criteria[0].floor': 'programs.floor-above-most',
      'panel.criteria[1].id': 'forms.same-id-twice',
      'panel.criteria[1].most': 'forms.not-a-count',
      'panel.least.points': 'forms.not-points',
      'panel.conflictRule': 'forms.not-chosen',
      'panel.tieBreak': 'programs.tie-break-unknown',
    });
    expect(faultsOf({ ...document, panel: { conflictRule: 'out', criteria: [] } })).toEqual({
      'panel.criteria[0].label': 'programs.no-criteria',
    });
  });

  it('tells the categories of its budget apart by their words too, and says how each is treated', () => {
    const [rewards] = document.budget.expenditure;
    const expenditure = [rewards, { ...rewards, id: 'more', treatment: 'perhaps' }, { label: '', limits: [] }];
    expect(faultsOf({ ...document, budget: { ...document.budget, expenditure } })).toEqual({
      'budget.expenditure[1].treatment': 'forms.not-chosen',
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
