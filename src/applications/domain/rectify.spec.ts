import { describe, expect, it } from '@jest/globals';
import { yen } from '../../kernel/yen.js';
import { workingOf, storeWorking } from '../../kernel/working.js';
import { readAnswers, type FormSection, type Question, type Sections } from '../../forms/index.js';
import { BUDGET } from './form.js';
import { readBudget, type AskedBudget } from './planned-budget.js';
import { rectifiedFields, sectionAt } from './rectified-draft.js';
import {
  readRectification,
  rectifiablePlaces,
  rectified,
  type Rectifiable,
  type TypedRectification,
} from './rectify.js';
import { fieldsOf, linesIn, type TypedSection } from './sections.js';
import { storeBudget } from './stored-budget.js';
import type { SubmittedContent } from './submission.js';
import { NO_TAX_CREDIT } from './tax-credit.js';
import { blankLine, type TypedLine } from './typed-line.js';

const asked = (id: string, label: string, more: Partial<Pick<Question, 'required' | 'when'>> = {}) =>
  ({ id, label, hint: '', required: false, when: null, ...more }) as const;
const option = (id: string, label: string) => ({ id, label });
const form: readonly FormSection[] = [
  {
    id: 'project',
    title: '事業',
    lead: '',
    questions: [
      { ...asked('title', '事業の名称'), kind: 'text', maxLength: 10, lines: 'many' },
      { ...asked('span', '期間'), kind: 'period' },
      { ...asked('people', '世帯の数'), kind: 'number', unit: '世帯', least: 1, most: 900 },
      { ...asked('fee', '参加費'), kind: 'yen', most: '9000' },
      {
        ...asked('how', '進め方'),
        kind: 'choice',
        many: false,
        options: [option('own', '自前'), option('hire', '委託')],
      },
      {
        ...asked('why', '委託の理由', { when: { question: 'how', is: 'hire' } }),
        kind: 'text',
        maxLength: 50,
        lines: 'many',
      },
      {
        ...{ ...asked('steps', '日程'), kind: 'table', mostRows: 5 },
        columns: [
          { ...option('day', '日'), kind: 'date' },
          { ...option('what', 'すること'), kind: 'text' },
          { ...option('cost', '費用'), kind: 'yen' },
        ],
      },
      { ...asked('bill', '見積書'), kind: 'file', many: true },
      { ...asked('books', '帳簿'), kind: 'declaration', text: '帳簿を備えます。' },
    ],
  },
];
const budget: AskedBudget = {
  ...{ grantLabel: '補助金', income: [], basis: true, taxCredit: false },
  expenditure: [
    {
      ...{ id: 'fees', label: '報償費', treatment: 'eligible', article: '' },
      limits: [
        { label: '講師', unit: '人', yen: '10000' },
        { label: '医師', unit: '人', yen: '90000' },
      ],
    },
  ],
};
const asking: Rectifiable = { form, budget, rule: { facts: [{ question: 'people' }] } };

const ANSWERS: TypedSection['answers'] = {
  ...{ title: '夏まっり', span: ['2026-08-02', '2026-08-01'], people: '120', fee: '500', how: 'own', books: 'yes' },
  steps: [
    { id: 'r1', cells: ['2026-07-01', '打合せ', '300'] },
    { id: 'r2', cells: ['2026-07-08', '準日', ''] },
  ],
};
const LINE: TypedLine = {
  ...blankLine('l1', 'expenditure'),
  ...{ category: 'fees', remark: '講師', unitPrice: '50,000', quantity: '1', unit: '人' },
};
const section = (name: string, typed: TypedSection) =>
  [name, { name, fields: fieldsOf(typed), parked: [], version: 1, savedAt: new Date(0), savedBy: '' }] as const;
const sections: Sections = new Map([
  section('project', { answers: ANSWERS ?? {} }),
  section(BUDGET, { lines: [LINE] }),
]);
const sent: SubmittedContent = {
  applicant: { name: '', address: '', representative: { role: '', name: '' }, wards: [] },
  ...{ facts: {}, files: [], working: storeWorking(workingOf([])) },
  answers: readAnswers(form, sections, []).answers,
  budget: storeBudget(readBudget(budget, { lines: [LINE], taxCredit: NO_TAX_CREDIT }, yen(50_000)).budget),
};

const read = (pointer: string, typed: TypedRectification, content = sent) =>
  readRectification(asking, content, pointer, typed);
const put = (pointer: string, typed: TypedRectification, content = sent): SubmittedContent =>
  rectified(content, [{ pointer, replacement: read(pointer, typed, content).replacement }]);
const says = ({ answers }: SubmittedContent, id: string) => answers.find((answer) => answer.id === id)?.text;

describe('what staff may put right in an application', () => {
  it('is every answer but amounts, files, declarations, what is blank, and what decides an amount or a question', () => {
    expect(rectifiablePlaces(asking, sent).map(({ label, text }) => `${label}：${text}`)).toEqual([
      '事業の名称：夏まっり',
      '期間：令和8年8月2日から令和8年8月1日まで',
      '日程：1行目：令和8年7月1日　打合せ　300円',
      '日程：2行目：令和8年7月8日　準日',
      '支出：報償費の摘要：講師',
    ]);
    for (const pointer of ['form.people', 'form.how', 'form.fee', 'form.books', 'budget.grant', 'budget.whole'])
      expect(() => read(pointer, { answer: '1' })).toThrow('common.not-found');
  });

  it('counts instead of what was sent, one after the other, and what was sent stays as it is', () => {
    const before = JSON.stringify(sent);
    const once = put('form.title', { answer: '夏まつリ' });
    const twice = put('form.title', { answer: '夏まつり' }, once);
    const all = put('form.span', { answer: ['2026-08-01', '2026-08-02'] }, twice);
    expect(says(all, 'title')).toBe('夏まつり');
    expect(says(all, 'span')).toBe('令和8年8月1日から令和8年8月2日まで');
    expect(all.answers.map(({ id, label }) => [id, label])).toEqual(sent.answers.map(({ id, label }) => [id, label]));
    expect(JSON.stringify(sent)).toBe(before);
  });

  it('is held to what the question asks, and never left blank', () => {
    const codes = (pointer: string, typed: TypedRectification): string[] =>
      read(pointer, typed).faults.map(({ pointer: at, code }) => `${at} ${code}`);
    expect(codes('form.title', { answer: '夏まつりと秋まつりの会' })).toEqual(['form.title forms.answer-too-long']);
    expect(codes('form.title', { answer: ' ' })).toEqual(['form.title forms.answer-missing']);
    expect(codes('form.steps.r2', { answer: [{ id: 'r2', cells: ['7月', '準備', ''] }] })).toEqual([
      'form.steps.r2.day forms.day-unreadable',
    ]);
    expect(codes('form.steps.r2', { answer: [{ id: 'r2', cells: ['', '', ''] }] })).toContain(
      'form.steps.r2 forms.answer-missing',
    );
    expect(codes('budget.l1', { remark: 'あ'.repeat(101) })).toEqual(['budget.l1.remark applications.remark-too-long']);
  });

  it('changes one row of a table, and no amount in it', () => {
    const { after } = read('form.steps.r1', { answer: [{ id: 'r1', cells: ['2026-07-02', '打合せ会', '999999'] }] });
    expect(after).toBe('令和8年7月2日　打合せ会　300円');
    const all = put('form.steps.r2', { answer: [{ id: 'r2', cells: ['2026-07-08', '準備', ''] }] });
    expect(says(all, 'steps')).toBe('令和8年7月1日　打合せ　300円\n令和8年7月8日　準備');
  });

  it('is of a budget line its remark, by which the limits are found anew; the sums stand', () => {
    const [line] = put('budget.l1', { remark: '医師' }).budget.expenditure;
    expect(sent.budget.expenditure[0]?.warnings).toHaveLength(1);
    expect(line).toEqual({ ...sent.budget.expenditure[0], remark: '医師', warnings: [] });
  });
});

describe('the draft behind what was put right', () => {
  const after = (pointer: string, typed: TypedRectification, fields = sections.get(sectionAt(sent, pointer))?.fields) =>
    rectifiedFields(fields ?? new Map(), pointer, sent, read(pointer, typed).replacement);

  it('holds the right text when the application is returned', () => {
    expect(after('form.title', { answer: '夏まつり' }).get('title')).toBe('夏まつり');
    const rows = after('form.steps.r2', { answer: [{ id: 'r2', cells: ['2026-07-08', '準備', ''] }] });
    expect([rows.get('steps~r1'), rows.get('steps~r2')]).toEqual([
      '["2026-07-01","打合せ","300"]',
      '["2026-07-08","準備",""]',
    ]);
    const fields = after('budget.l1', { remark: '医師' });
    expect(linesIn({ fields })).toEqual([{ ...LINE, remark: '医師' }]);
  });

  it('keeps what an officer has written since', () => {
    const mine = fieldsOf({ answers: { ...ANSWERS, title: '夏の踊り' } });
    expect(after('form.title', { answer: '夏まつり' }, mine)).toBe(mine);
    const lines = fieldsOf({ lines: [{ ...LINE, remark: '司会' }] });
    expect(after('budget.l1', { remark: '医師' }, lines)).toBe(lines);
  });
});
