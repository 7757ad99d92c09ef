import type { ProgramDocument } from '../../programs/index.js';
import type { Question } from '../../forms/index.js';
import type { Compared } from '../shared/stale-comparison.js';
import { typedText } from '../shared/typed-text.js';
import { FormValues } from './program-form-values.js';
import { textInWords } from './program-choice-words.js';
import { conditionInWords } from './program-words.js';
import { codedRowsAt, picked, type Loose } from './typed-program.js';

/** What the page of a question sends, as the question that it becomes. */
export const typedQuestion = (question: Question, body: unknown): Loose => ({
  ...picked(body, ['label', 'hint']),
  required: typedText(body, 'required') !== '',
  when: typedCondition(typedText(body, 'when')),
  ...particulars(question, body),
});

function particulars(question: Question, body: unknown): Loose {
  const many = typedText(body, 'many') === 'yes';
  switch (question.kind) {
    case 'text':
      return picked(body, ['maxLength', 'lines']);
    case 'number':
      return picked(body, ['unit', 'least', 'most']);
    case 'yen':
      return picked(body, ['most']);
    case 'choice':
      return { many, options: typedOptions(body) };
    case 'table':
      return { ...picked(body, ['mostRows']), columns: codedRowsAt(body, 'columns', 'column') };
    case 'file':
      return { many };
    case 'declaration':
      return picked(body, ['text']);
    case 'date':
    case 'period':
    case 'place':
      return {};
  }
}

/** An option lives as long as its row: other words in it reword the option, and a cleared row takes it out. */
const typedOptions = (body: unknown): Loose[] =>
  codedRowsAt(body, 'options', 'option').map((row) => (typedText(row, 'label').trim() === '' ? { label: '' } : row));

/** `question=option`, as the select on the page offers it. */
function typedCondition(typed: string): Question['when'] {
  const [question = '', is = ''] = typed.split('=');
  return question === '' ? null : { question, is };
}

const conditionValue = (when: Question['when']): string => (when ? `${when.question}=${when.is}` : '');

/** The stored question as its page is filled from it. */
export const questionValues = (question: Question, sectionId: string): Loose => ({
  ...question,
  section: sectionId,
  when: conditionValue(question.when),
});

/** What the other person saved beside what was typed here, in words. */
export function comparedQuestion(
  document: Pick<ProgramDocument, 'form'>,
  question: Question,
  sectionId: string,
  body: unknown,
): Compared[] {
  const { form } = document;
  const typed = typedQuestion(question, body);
  const titleOf = (id: string): string => form.find((section) => section.id === id)?.title ?? id;
  const [kept, mine] = [FormValues.stored(question), FormValues.stored({ ...question, ...typed })];
  const words = PARTICULARS.map(([path, label]) => ({
    label,
    kept: kept.words(path, textInWords),
    typed: mine.words(path, textInWords),
  }));
  return [
    ...words,
    {
      label: 'たずねる条件',
      kept: conditionInWords(form, question.when),
      typed: conditionInWords(form, typedCondition(typedText(body, 'when'))),
    },
    { label: '区分', kept: titleOf(sectionId), typed: titleOf(typedText(body, 'section')) },
  ];
}

const PARTICULARS = [
  ['label', '質問'],
  ['hint', '説明'],
  ['required', '必須'],
  ['maxLength', '文字数の上限'],
  ['unit', '単位'],
  ['least', '下限'],
  ['most', '上限'],
  ['options', '選択肢'],
  ['many', 'いくつでも'],
  ['columns', '表の列'],
  ['mostRows', '行数の上限'],
  ['text', '誓約の文'],
] as const;
