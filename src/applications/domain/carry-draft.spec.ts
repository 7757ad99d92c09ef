import { describe, expect, it } from '@jest/globals';
import { carryDraft, type EditionForm } from './carry-draft.js';
import {
  type FormSection,
  type Question,
  type QuestionOf,
  type ParkedText,
  type Section,
  type Sections,
  writeAnswer,
  type TypedAnswer,
} from '../../forms/index.js';
import { blankLine, writeLine } from './typed-line.js';

const asked = (id: string) => ({ id, label: `質問${id}`, hint: '', required: true, when: null });
const text = (id: string): Question => ({ ...asked(id), kind: 'text', maxLength: 400, lines: 'many' });
const choice = (id: string, many: boolean, ...options: readonly string[]): QuestionOf<'choice'> => ({
  ...asked(id),
  ...{ kind: 'choice', many, options: options.map((option) => ({ id: option, label: `選択肢${option}` })) },
});
const table = (id: string, ...columns: readonly string[]): QuestionOf<'table'> => ({
  ...asked(id),
  ...{ kind: 'table', mostRows: 9, columns: columns.map((name) => ({ id: name, label: `列${name}`, kind: 'text' })) },
});
const section = (id: string, ...questions: readonly Question[]): FormSection => ({
  id,
  title: `区分${id}`,
  lead: '',
  questions,
});
const edition = (form: readonly FormSection[], ...categories: readonly string[]): EditionForm => ({
  form,
  budget: {
    ...{ grantLabel: '交付金', income: [], basis: false, taxCredit: false },
    expenditure: categories.map((id) => ({ id, label: `科目${id}`, treatment: 'eligible', article: '', limits: [] })),
  },
});
const written = (name: string, answers: Record<string, TypedAnswer>, parked: readonly ParkedText[] = []): Section => ({
  ...{ name, parked, version: 3, savedAt: new Date(0), savedBy: '会長' },
  fields: new Map(Object.entries(answers).flatMap(([id, answer]) => writeAnswer(id, answer))),
});
const draft = (...sections: readonly Section[]): Sections => new Map(sections.map((each) => [each.name, each]));
const fieldsOf = (carried: ReturnType<typeof carryDraft>, name: string): Record<string, string> =>
  Object.fromEntries(carried.sections.get(name)?.fields ?? []);
const left = (label: string, words: string, writtenBy = '会長') => ({
  section: '区分a',
  label,
  text: words,
  writtenBy,
});

describe('a draft on a newer edition', () => {
  it('keeps an answer where its question is, also when that moved', () => {
    const before = edition([section('a', text('aim'), text('who'))]);
    const after = edition([section('a', text('aim')), section('b', text('new'), text('who'))]);
    const carried = carryDraft(before, after, draft(written('a', { aim: '目標', who: '三世代' })));
    expect([fieldsOf(carried, 'a'), fieldsOf(carried, 'b'), carried.left]).toEqual([
      { aim: '目標' },
      { who: '三世代' },
      [],
    ]);
  });

  it('tells in words what has no place any more: a question, one of another kind, what two typed there', () => {
    const parked = { field: 'gone', text: '副会長の文', by: '副会長', at: '2026-04-20T00:00:00Z' };
    const before = edition([section('a', text('gone'), text('people'))]);
    const after = edition([section('a', { ...asked('people'), kind: 'number', unit: '人', least: 0, most: 99 })]);
    const carried = carryDraft(before, after, draft(written('a', { gone: '会長の文', people: '約三十人' }, [parked])));
    expect(fieldsOf(carried, 'a')).toEqual({});
    expect(carried.left).toEqual([
      left('質問gone', '会長の文'),
      left('質問gone', '副会長の文', '副会長'),
      left('質問people', '約三十人'),
    ]);
  });

  it('keeps what is still offered of a choice, and the words of the rest', () => {
    const before = edition([
      section('a', choice('c', true, 'x', 'y'), choice('d', false, 'x'), choice('e', true, 'x', 'y')),
    ]);
    const after = edition([
      section('a', choice('c', true, 'x', 'z'), choice('d', false, 'z'), choice('e', false, 'x', 'y')),
    ]);
    const carried = carryDraft(before, after, draft(written('a', { c: ['x', 'y'], d: 'x', e: ['x', 'y'] })));
    expect(fieldsOf(carried, 'a')).toEqual({ c: '["x"]' });
    expect(carried.left).toEqual([
      left('質問c', '選択肢y'),
      left('質問d', '選択肢x'),
      left('質問e', '選択肢x、選択肢y'),
    ]);
  });

  it('moves cells with their columns', () => {
    const before = edition([section('a', table('t', 'day', 'place', 'note'))]);
    const after = edition([section('a', table('t', 'place', 'fee', 'day'))]);
    const rows = [
      { id: 'r1', cells: ['5月', '公園', '雨天中止'] },
      { id: 'r2', cells: ['6月', '', ''] },
    ];
    const carried = carryDraft(before, after, draft(written('a', { t: rows })));
    expect(fieldsOf(carried, 'a')).toEqual({ 't~r1': '["公園","","5月"]', 't~r2': '["","","6月"]' });
    expect(carried.left).toEqual([left('質問t', '列note：雨天中止')]);
  });

  it('asks anew for a pledge whose sentence changed, and for no other', () => {
    const pledge = (id: string, words: string): Question => ({ ...asked(id), kind: 'declaration', text: words });
    const before = edition([section('a', pledge('p', '守ります。'), pledge('q', '記します。'))]);
    const after = edition([section('a', pledge('p', '守ります。'), pledge('q', '記し、残します。'))]);
    expect(fieldsOf(carryDraft(before, after, draft(written('a', { p: 'yes', q: 'yes' }))), 'a')).toEqual({ p: 'yes' });
  });

  it('keeps every line of the budget and says what a category was called that is gone', () => {
    const line = writeLine({ ...blankLine('l1', 'expenditure'), category: 'food', remark: '弁当', amount: '5000' });
    const budget = { ...written('budget', {}), fields: new Map([['l1', line]]) };
    const carried = carryDraft(edition([], 'food', 'rent'), edition([], 'rent'), draft(budget));
    expect(fieldsOf(carried, 'budget')).toEqual({ l1: line });
    expect(carried.left).toEqual([
      { section: '収支予算書', label: '支出の行', text: '科目「科目food」　弁当　5000', writtenBy: '会長' },
    ]);
  });
});
