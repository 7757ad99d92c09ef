import { isBlankText, rowsOf, type DocumentReader } from './document-reader.js';
import { checkForm } from './check-form.js';
import { COLUMN_KINDS, QUESTION_KINDS, type FormSection, type Question } from './form.js';

/** The sections of `form` with their questions; every fault at its place (`form[0].questions[2].label`). */
export function readForm(reader: DocumentReader): FormSection[] {
  const sections = reader.list(
    'form',
    (section): FormSection => ({
      id: section.code('id'),
      title: section.text('title', '申請書の区分の名称', 40),
      lead: section.optionalText('lead', '区分の説明', 300),
      questions: section.list('questions', readQuestion, isSpareQuestion),
    }),
    (section) => isNew(section) && isBlankText(section, 'title') && rowsOf(section, 'questions').every(isSpareQuestion),
  );
  const form = named(sections);
  checkForm(form, reader);
  return form;
}

/** What has an id is meant, also where its words were deleted. */
const isNew = (row: unknown): boolean => isBlankText(row, 'id');

/** A new question of which neither words nor a sentence were typed is a spare row, whatever the form filled in itself. */
const isSpareQuestion = (row: unknown): boolean => isNew(row) && isBlankText(row, 'label') && isBlankText(row, 'text');

function readQuestion(item: DocumentReader): Question {
  const kind = item.choice('kind', '質問の種類', QUESTION_KINDS);
  // A pledge is known by its sentence; people rarely give it a name of its own.
  const label =
    kind === 'declaration' ? item.optionalText('label', '質問', 60) || '誓約' : item.text('label', '質問', 60);
  const base = {
    id: item.code('id'),
    label,
    hint: item.optionalText('hint', '質問の説明', 300),
    required: item.flag('required'),
    when: readCondition(item.within('when')),
  };
  switch (kind) {
    case 'text':
      return {
        ...base,
        kind,
        maxLength: item.whole('maxLength', '文字数の上限', 1, 4000),
        lines: item.choice('lines', '行の数', ['one', 'many']),
      };
    case 'number':
      return {
        ...base,
        kind,
        unit: item.optionalText('unit', '単位', 20),
        least: item.whole('least', '数の下限', 0, 999_999_999),
        most: item.whole('most', '数の上限', 0, 999_999_999),
      };
    case 'yen':
      return { ...base, kind, most: item.amount('most', '金額の上限') };
    case 'choice':
      return { ...base, kind, options: item.list('options', readOption('option')), many: item.flag('many') };
    case 'table':
      return {
        ...base,
        kind,
        columns: item.list('columns', (column) => ({
          ...readOption('column')(column),
          kind: column.choice('kind', '列の種類', COLUMN_KINDS),
        })),
        mostRows: item.whole('mostRows', '行数の上限', 1, 50),
      };
    case 'file':
      return { ...base, kind, many: item.flag('many') };
    case 'declaration':
      return { ...base, kind, text: item.text('text', '誓約の文', 300) };
    case 'date':
    case 'period':
    case 'place':
      return { ...base, kind };
  }
}

const readOption = (prefix: string) => (item: DocumentReader) => ({
  id: item.id(prefix),
  label: item.text('label', prefix === 'column' ? '列の名称' : '選択肢', 60),
});

function readCondition(reader: DocumentReader): Question['when'] {
  const question = reader.optionalText('question', '条件の質問');
  return question === '' ? null : { question, is: reader.optionalText('is', '条件の選択肢') };
}

/** Gives every section and question that came without a code the first one that is free. */
function named(sections: readonly FormSection[]): FormSection[] {
  const taken = new Set(sections.flatMap(({ id, questions }) => [id, ...questions.map((question) => question.id)]));
  const free = (prefix: string): string => {
    let number = 1;
    while (taken.has(`${prefix}-${String(number)}`)) number += 1;
    taken.add(`${prefix}-${String(number)}`);
    return `${prefix}-${String(number)}`;
  };
  return sections.map((section) => ({
    ...section,
    id: section.id || free('section'),
    questions: section.questions.map((question) => ({ ...question, id: question.id || free('question') })),
  }));
}
