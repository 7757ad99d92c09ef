import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { yen } from '../../kernel/yen.js';
import { readAnswers, type FormSection, type Question, type Sections } from '../../forms/index.js';
import { carryForward, type Asking } from './carry-forward.js';
import type { CarryForwardOffer, EarlierApplication } from './earlier-application.js';
import { BUDGET } from './form.js';
import { basisIn, readBudget, type AskedBudget } from './planned-budget.js';
import { budgetIn, fieldsOf, linesIn, type TypedSection } from './sections.js';
import { storeBudget } from './stored-budget.js';
import { NO_TAX_CREDIT } from './tax-credit.js';
import { blankLine, type TypedLine } from './typed-line.js';

const asked = (id: string, label: string) => ({ id, label, hint: '', required: false, when: null }) as const;
const option = (id: string, label: string) => ({ id, label });
const project = (questions: readonly Question[]): FormSection[] => [
  { id: 'project', title: '事業', lead: '', questions },
];
const category = (id: string, label: string, treatment: 'eligible' | 'ineligible' = 'eligible') => ({
  ...{ id, label, treatment, article: '', limits: [] },
});

const NAME: Question = { ...asked('name', '事業の名称'), kind: 'text', maxLength: 40, lines: 'many' };
const PEOPLE: Question = { ...asked('people', '参加する人'), kind: 'number', unit: '人', least: 1, most: 500 };
const SPAN: Question = { ...asked('span', '期間'), kind: 'period' };
const WHOM: Question = {
  ...{ ...asked('whom', '対象'), kind: 'choice', many: true },
  options: [option('young', '若い人'), option('old', '高齢の人')],
};
const STEPS: Question = {
  ...{ ...asked('steps', '日程'), kind: 'table', mostRows: 9 },
  columns: [
    { ...option('day', '日'), kind: 'date' },
    { ...option('what', 'すること'), kind: 'text' },
  ],
};
const BOOKS: Question = { ...asked('books', '帳簿'), kind: 'declaration', text: '帳簿を備えます。' };
const ALL = [NAME, PEOPLE, SPAN, WHOM, STEPS, BOOKS];
const MONEY: AskedBudget = {
  ...{ grantLabel: '事業補助金', basis: true, taxCredit: false },
  income: [{ id: 'dues', label: '会費', deducted: false }],
  expenditure: [category('fees', '報償費'), category('food', '食糧費', 'ineligible'), category('office', '事務費')],
};

const LAST_YEAR: TypedSection['answers'] = {
  ...{ name: '夏まつり', people: '１２０人', span: ['2025-08-01', '2025-08-02'], whom: ['young', 'old'], books: 'yes' },
  steps: [
    { id: 'r1', cells: ['2025-07-01', '打合せ'] },
    { id: 'r2', cells: ['', 'ちらしを配る'] },
  ],
};

const line = (id: string, side: TypedLine['side'], more: Partial<TypedLine>): TypedLine => ({
  ...blankLine(id, side),
  ...more,
});
const sectionsOf = (answers: TypedSection['answers'], lines: readonly TypedLine[]): Sections => {
  const section = (name: string, typed: TypedSection) =>
    [name, { name, fields: fieldsOf(typed), parked: [], version: 1, savedAt: new Date(0), savedBy: '' }] as const;
  return new Map([section('project', { answers: answers ?? {} }), section(BUDGET, { lines })]);
};

function earlier(
  lines: readonly TypedLine[] = [],
  { questions = ALL, answers = LAST_YEAR, sameProgram = true } = {},
): EarlierApplication {
  const form = project(questions);
  const { budget } = readBudget(MONEY, { lines, taxCredit: NO_TAX_CREDIT }, yen(50_000));
  const sent = readAnswers(form, sectionsOf(answers, []), []).answers;
  return { form, sameProgram, content: { answers: sent, budget: storeBudget(budget) } };
}

const asking = (more: Partial<Asking> = {}): Asking => ({
  form: project(ALL),
  budget: MONEY,
  decidedAnew: [],
  ...more,
});
const BLANK = sectionsOf({}, []);
const left = ({ notCarried }: CarryForwardOffer): string[] =>
  notCarried.map(({ label, earlier: words, why }) => `${label} ${words} ${why}`);
const GRANT_LEFT = '収入：事業補助金 事業補助金 50,000円 grant-line';

describe('what an earlier application gives to a draft', () => {
  it('is offered field by field and ticked where nothing is written; days wait for a look, declarations are made anew', () => {
    const carry = carryForward(asking(), BLANK, earlier());
    expect(carry.offers.map(({ label, earlier: words, ticked, note }) => [label, words, ticked, note])).toEqual([
      ['事業の名称', '夏まつり', true, null],
      ['参加する人', '120人', true, null],
      ['期間', '令和7年8月1日から令和7年8月2日まで', false, 'days'],
      ['対象', '若い人、高齢の人', true, null],
      ['日程：1行目', '令和7年7月1日　打合せ', false, 'days'],
      ['日程：2行目', 'ちらしを配る', true, null],
    ]);
    expect(left(carry)).toEqual(['帳簿 帳簿を備えます。 declaration', GRANT_LEFT]);
  });

  it('never proposes to write over what stands there, nor to add rows to a table that is begun', () => {
    const draft = sectionsOf(
      { name: '秋まつり', people: '１２０人', steps: [{ id: 'mine', cells: ['', '清掃'] }] },
      [],
    );
    const { offers } = carryForward(asking(), draft, earlier());
    expect(offers.filter(({ ticked }) => ticked).map(({ label }) => label)).toEqual(['対象']);
    expect(offers.find(({ label }) => label === '事業の名称')).toMatchObject({ now: '秋まつり', same: false });
    expect(offers.find(({ label }) => label === '参加する人')).toMatchObject({ now: '120人', same: true });
  });

  it('meets questions of another programme by their labels only, and tells what it lost', () => {
    const otherIds = { ...WHOM, id: 'target', options: [option('o1', '高齢の人'), option('o2', '親子')] } as Question;
    const questions: Question[] = [
      { ...NAME, id: 'title', label: '事業の 名称' },
      { ...asked('name', '代表者の名前'), kind: 'text', maxLength: 40, lines: 'many' },
      { ...PEOPLE, unit: '世帯' } as Question,
      otherIds,
      { ...STEPS, id: 'plan', columns: [{ ...option('c1', 'すること'), kind: 'text' }] } as Question,
    ];
    const carry = carryForward(asking({ form: project(questions) }), BLANK, earlier([], { sameProgram: false }));
    expect(carry.offers.map(({ place, text }) => [place, text])).toEqual([
      ['form.title', '夏まつり'],
      ['form.target', '["o1"]'],
      ['form.plan.r1', '["打合せ"]'],
      ['form.plan.r2', '["ちらしを配る"]'],
    ]);
    expect(left(carry)).toEqual([
      '参加する人 120人 unit-differs',
      '対象 若い人 option-gone',
      '日程：日 2025-07-01 column-gone',
      '期間 令和7年8月1日から令和7年8月2日まで not-asked',
      '帳簿 帳簿を備えます。 declaration',
      GRANT_LEFT,
    ]);
  });

  it('leaves it to a person which of several answers is the one, and what is decided anew each year', () => {
    const one = { ...WHOM, many: false } as Question;
    const carry = carryForward(asking({ form: project([NAME, one]), decidedAnew: ['name'] }), BLANK, earlier());
    expect(carry.offers.map(({ label, ticked, note }) => [label, ticked, note])).toEqual([
      ['事業の名称', false, 'decided-anew'],
    ]);
    expect(left(carry)).toContain('対象 若い人、高齢の人 option-gone');
  });
});

describe('the lines of an earlier budget', () => {
  const LINES = [
    line('l1', 'income', { category: 'dues', amount: '20000' }),
    line('l2', 'expenditure', { category: 'fees', unitPrice: '30000', quantity: '1.5', unit: '日', remark: '講師' }),
    line('l3', 'expenditure', { category: 'food', amount: '5000', eligible: 'yes', reason: '講師の昼食' }),
  ];

  it('come back as they were typed, with what was said of eligibility; the grant never', () => {
    const carry = carryForward(asking(), BLANK, earlier(LINES));
    const lines = carry.offers.filter(({ section }) => section === BUDGET);
    expect(lines.every(({ ticked }) => ticked)).toBe(true);
    const fields = new Map(lines.map(({ field, text }) => [field, text]));
    const again = readBudget(MONEY, { lines: linesIn({ fields }), taxCredit: NO_TAX_CREDIT }, yen(50_000)).budget;
    expect(storeBudget(again)).toEqual(earlier(LINES).content.budget);
    expect(linesIn({ fields })[1]).toMatchObject({ unitPrice: '30,000', quantity: '1.5', unit: '日', amount: '' });
    expect(left(carry)).toContain(GRANT_LEFT);
  });

  it('are ticked on a blank side only, and named where this budget has no place for them', () => {
    const draft = sectionsOf({}, [line('mine', 'expenditure', { category: 'fees', amount: '1' })]);
    const budget = { ...MONEY, basis: false, expenditure: [category('x', '報償費'), category('y', '印刷費')] };
    const carry = carryForward(asking({ budget }), draft, earlier(LINES, { sameProgram: false }));
    const lines = carry.offers.filter(({ section }) => section === BUDGET);
    expect(lines.map(({ label, ticked }) => [label, ticked])).toEqual([
      ['収入：会費', true],
      ['支出：報償費', false],
    ]);
    expect(linesIn({ fields: new Map(lines.map(({ field, text }) => [field, text])) })[1]).toMatchObject({
      ...{ category: 'x', amount: '45000', unitPrice: '', remark: '講師' },
    });
    expect(left(carry)).toEqual(
      expect.arrayContaining([
        '支出：報償費 30,000円 × 1.5日 basis-not-asked',
        '支出：食糧費 食糧費 5,000円（対象：講師の昼食） category-gone',
      ]),
    );
  });

  it('never change an amount, whatever unit stands behind the quantity', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.integer({ min: 1, max: 999 }),
        fc.constantFrom('人', '2時間', '', '.5日', '回'),
        (price, quantity, unit) => {
          const typed = { unitPrice: String(price), quantity: String(quantity), unit };
          const lines = [line('l1', 'expenditure', { category: 'fees', ...typed })];
          const { offers } = carryForward(asking(), BLANK, earlier(lines));
          const fields = new Map(offers.filter(({ field }) => field === 'l1').map(({ field, text }) => [field, text]));
          const section = { name: BUDGET, fields, parked: [], version: 1, savedAt: new Date(0), savedBy: '' };
          const { budget, faults } = readBudget(MONEY, budgetIn(section), yen(BigInt(price) * BigInt(quantity)));
          expect([budget.expenditure[0]?.amount, faults]).toEqual([BigInt(price) * BigInt(quantity), []]);
        },
      ),
    );
    expect(basisIn('')).toBeNull();
  });
});
