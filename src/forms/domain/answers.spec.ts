import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, formatEra, localDate } from '../../kernel/local-date.js';
import { pointerOfField } from './read-answer.js';
import { askedIn, countableAnswers, readAnswers } from './answers.js';
import { type FormSection, type Question } from './form.js';
import { type Section, type Sections } from './sections.js';
import type { SubmittedFile } from './submitted-file.js';
import { rowsIn, typedIn, writeAnswers, type TypedAnswer } from './typed-answer.js';

const asked = (id: string, label: string, more: Partial<Pick<Question, 'required' | 'when'>> = {}) =>
  ({ id, label, hint: '', required: true, when: null, ...more }) as const;
const option = (id: string, label: string) => ({ id, label });

const form: readonly FormSection[] = [
  {
    id: 'project',
    title: '事業',
    lead: '',
    questions: [
      { ...asked('name', '事業の名称'), kind: 'text', maxLength: 20, lines: 'many' },
      { ...asked('people', '参加する人'), kind: 'number', unit: '人', least: 1, most: 5000 },
      { ...asked('fee', '参加費'), kind: 'yen', most: '100000' },
      { ...asked('starts', '始める日'), kind: 'date' },
      { ...asked('span', '期間', { required: false }), kind: 'period' },
      { ...asked('hall', '会場', { required: false }), kind: 'place' },
      {
        ...asked('how', '進め方'),
        kind: 'choice',
        many: false,
        options: [option('own', '自前'), option('hire', '委託')],
      },
      {
        ...asked('whom', '対象', { when: { question: 'how', is: 'hire' } }),
        kind: 'choice',
        many: true,
        options: [option('young', '若い人'), option('old', '高齢の人')],
      },
      {
        ...asked('why', '委託の理由', { when: { question: 'whom', is: 'old' } }),
        kind: 'text',
        maxLength: 20,
        lines: 'many',
      },
      {
        ...asked('dates', '日程', { required: false }),
        kind: 'table',
        mostRows: 2,
        columns: [
          { ...option('day', '日'), kind: 'date' },
          { ...option('what', 'こと'), kind: 'text' },
          { ...option('cost', '費用'), kind: 'yen' },
        ],
      },
    ],
  },
  { id: 'papers', title: '書類', lead: '', questions: [{ ...asked('bill', '見積書'), kind: 'file', many: true }] },
  {
    id: 'pledges',
    title: '誓約',
    lead: '',
    questions: [{ ...asked('books', '帳簿'), kind: 'declaration', text: '帳簿を備えます。' }],
  },
];

const sectionOfFields = (name: string, answers: Readonly<Record<string, TypedAnswer>>): Section => ({
  name,
  fields: writeAnswers(answers),
  parked: [],
  version: 1,
  savedAt: new Date(0),
  savedBy: '',
});
const written = (project: Readonly<Record<string, TypedAnswer>>, pledges: Readonly<Record<string, TypedAnswer>> = {}) =>
  new Map([
    ['project', sectionOfFields('project', project)],
    ['papers', sectionOfFields('papers', {})],
    ['pledges', sectionOfFields('pledges', pledges)],
  ]) satisfies Sections;
const BILL: SubmittedFile = {
  kind: 'bill',
  label: '見積書',
  name: '見積.pdf',
  mediaType: 'application/pdf',
  size: 9,
  sha256: '12ab'.repeat(16),
};
const read = (project: Readonly<Record<string, TypedAnswer>>, files = [BILL]) => {
  const { answers, faults } = readAnswers(form, written(project, { books: 'yes' }), files);
  return {
    words: Object.fromEntries(answers.map(({ id, text }) => [id, text])),
    faults: faults.map(({ pointer, code }) => `${pointer} ${code.replace('forms.', '')}`),
    answers,
  };
};

const ENOUGH = { name: '清掃', people: '１，２００人', fee: '50,000円', starts: 'R8.5.1', how: 'own' };

describe('answers to a form', () => {
  it('are read as people write them and told in words', () => {
    const { words, faults, answers } = read({
      ...ENOUGH,
      span: ['令和８年５月１日', '2026/6/30'],
      hall: ['三国校区公民館', '小郡市三沢1-1（見本）'],
      dates: [{ id: 'r1', cells: ['2026-05-10', '清掃', '３０００'] }],
    });
    expect(faults).toEqual([]);
    expect(words).toEqual({
      name: '清掃',
      people: '1,200人',
      fee: '50,000円',
      starts: '令和8年5月1日',
      span: '令和8年5月1日から令和8年6月30日まで',
      hall: '三国校区公民館（小郡市三沢1-1（見本））',
      how: '自前',
      dates: '令和8年5月10日　清掃　3,000円',
      bill: '見積.pdf（12AB-12AB）',
      books: '帳簿を備えます。',
    });
    expect(answers.find(({ id }) => id === 'dates')?.table).toMatchObject({
      columns: [{ label: '日' }, { label: 'こと' }, { label: '費用', kind: 'yen' }],
      rows: [{ id: 'r1', cells: ['令和8年5月10日', '清掃', '3,000円'] }],
    });
  });

  it('name every fault at its field, inside a period, a place and a row', () => {
    const { faults, words } = read(
      {
        name: 'あ'.repeat(21),
        people: '5001',
        fee: '十円',
        starts: '昨日',
        span: ['2026-07-01', '2026-06-30'],
        hall: ['', '小郡市三沢1-1（見本）'],
        dates: ['r1', 'r2', 'r3'].map((id) => ({ id, cells: ['5月', '', '-1'] })),
      },
      [],
    );
    expect(faults).toEqual([
      'form.name answer-too-long',
      'form.people number-out-of-range',
      'form.fee amount-unreadable',
      'form.starts day-unreadable',
      'form.span.until period-backwards',
      'form.hall.name answer-missing',
      'form.how choice-missing',
      'form.dates too-many-rows',
      ...['r1', 'r2', 'r3'].flatMap((row) => [
        `form.dates.${row}.day day-unreadable`,
        `form.dates.${row}.cost amount-unreadable`,
      ]),
      'form.bill file-missing',
    ]);
    expect(words['fee']).toBe('十円');
    expect(read({ ...ENOUGH, span: ['2026-07-01', ''], starts: '明治45年1月1日' }).faults).toEqual([
      'form.starts day-unreadable',
      'form.span.until answer-missing',
    ]);
    expect(read({}, []).faults).toHaveLength(6);
  });

  it('are asked for only where a choice leads to them, and one hidden question hides what hangs on it', () => {
    const hidden = { ...ENOUGH, whom: ['old'], why: '前に書いた理由' };
    expect(read(hidden).words).not.toHaveProperty('whom');
    expect(read(hidden).words).not.toHaveProperty('why');
    expect(read(hidden).faults).toEqual([]);
    const shown = { ...hidden, how: 'hire' };
    expect(read(shown).words).toMatchObject({ whom: '高齢の人', why: '前に書いた理由' });
    expect(read({ ...shown, whom: ['young'] }).words).not.toHaveProperty('why');
    expect(read({ ...shown, whom: [] }).faults).toEqual(['form.whom choice-missing']);
    expect(askedIn(form, written({ ...shown, how: 'never offered' })).has('whom')).toBe(false);
  });

  it('give a rule what it may count: digits and options of what is asked and readable', () => {
    const counted = countableAnswers(form, written({ ...ENOUGH, whom: ['old'] }));
    expect(counted).toEqual({ people: '1200', how: 'own' });
    expect(countableAnswers(form, written({ people: 'たくさん' }))).toEqual({ how: '' });
  });
});

describe('whatever is typed', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 });
  const texts = fc.array(text, { minLength: 2, maxLength: 2 });
  const row = fc.record({
    id: fc.constantFrom('r1', 'r2', 'r3'),
    cells: fc.array(text, { minLength: 3, maxLength: 3 }),
  });
  const rows = fc.uniqueArray(row, { selector: ({ id }) => id });
  const isBlank = (parts: readonly string[]): boolean => parts.every((part) => part.trim() === '');

  it('is kept as it is: reading the fields gives back what was written, blank rows left out', () => {
    fc.assert(
      fc.property(text, texts, texts, rows, (name, span, hall, dates) => {
        const { fields } = sectionOfFields('project', { name, span, hall, dates });
        const back = (id: string) =>
          form[0]?.questions.filter((question) => question.id === id).map((question) => typedIn(fields, question))[0];
        expect(back('name')).toBe(isBlank([name]) ? '' : name);
        expect(back('span')).toEqual(isBlank(span) ? [] : span);
        expect(back('hall')).toEqual(isBlank(hall) ? [] : hall);
        expect(back('dates')).toEqual(dates.filter(({ cells }) => !isBlank(cells)));
        for (const field of fields.keys()) expect(pointerOfField(field)).toMatch(/^form\.[a-z]+(\.r\d)?$/);
      }),
    );
  });

  it('is never a crash, also where a field was written while the question was of another kind', () => {
    const ids = form.flatMap(({ questions }) => questions.map(({ id }) => id));
    const mixed = fc.dictionary(fc.constantFrom(...ids), fc.oneof(text, texts, rows));
    fc.assert(
      fc.property(mixed, (answers) => {
        const { answers: told, faults } = readAnswers(form, written(answers, answers), []);
        for (const { text: words } of told) expect(typeof words).toBe('string');
        for (const { pointer } of faults) expect(pointer).toMatch(/^form\./);
      }),
    );
    expect(rowsIn(new Map([['dates~r1', 'no list']]), 'dates')).toEqual([{ id: 'r1', cells: ['no list'] }]);
  });

  it('means the same number and day in every way of writing', () => {
    const wide = (typed: string): string =>
      typed.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 36_000 }), (count, days) => {
        const day = addDays(localDate('1927-01-01'), days);
        const grouped = count.toLocaleString('ja-JP');
        for (const people of [String(count), grouped, wide(grouped), `${wide(String(count))} 人`]) {
          for (const starts of [day, day.replaceAll('-', '/'), formatEra(day), wide(formatEra(day))]) {
            const { words, faults } = read({ ...ENOUGH, people, starts });
            expect(faults).toEqual([]);
            expect([words['people'], words['starts']]).toEqual([`${grouped}人`, formatEra(day)]);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});
