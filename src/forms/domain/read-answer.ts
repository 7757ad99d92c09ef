import type { ErrorParams, Fault } from '../../kernel/domain-error.js';
import type { QuestionOption, Question, QuestionOf } from './form.js';
import { readCell, readDay, readNumber, readText, readYen, type ReadValue } from './read-value.js';
import { chosenIn, rowsIn, splitField, textIn, textsIn, TICKED } from './typed-answer.js';
import type { Fields } from './fields.js';

/** A table in words: what it can be shown from without the programme that asked for it. */
export interface AnswerTable {
  readonly columns: readonly { readonly label: string; readonly kind: 'text' | 'number' | 'yen' | 'date' }[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly string[] }[];
}

/** What the fields of a draft say to one question; empty words where nothing was answered. */
export interface ReadAnswer {
  readonly words: string;
  readonly table?: AnswerTable;
  /** Each at its place: `form.<question>`, inside it `.from`, `.name` or `.<row>.<column>`. */
  readonly faults: readonly Fault[];
}

const LONGEST_PLACE = 100;
const LONGEST_ADDRESS = 200;

/** The place of a question in the words of faults and points. */
export const placeOf = (question: string, ...inner: readonly string[]): string =>
  ['form', question, ...inner].join('.');

/** The place of a field: `form.aim`, of a table's row `form.dates.r1`. */
export function pointerOfField(field: string): string {
  const { question, row } = splitField(field);
  return row === null ? placeOf(question) : placeOf(question, row);
}

/** Reads what was typed to a question that is asked. Files lie elsewhere and are read by `readFiles`. */
export function readAnswer(question: Exclude<Question, { kind: 'file' }>, fields: Fields): ReadAnswer {
  const { id, label } = question;
  switch (question.kind) {
    case 'text':
      return single(question, readText(textIn(fields, id), question.maxLength));
    case 'number':
      return single(question, readNumber(textIn(fields, id), question));
    case 'yen':
      return single(question, readYen(textIn(fields, id), question.most));
    case 'date':
      return single(question, readDay(textIn(fields, id)));
    case 'choice':
      return readChoice(question, chosenIn(fields, question));
    case 'period':
      return readPeriod(question, textsIn(fields, id));
    case 'place':
      return readPlace(question, textsIn(fields, id));
    case 'table':
      return readTable(question, fields);
    case 'declaration':
      if (textIn(fields, id) === TICKED) return { words: question.text, faults: [] };
      return { words: '', faults: missing(question, label, 'forms.declaration-missing') };
  }
}

function single(question: Question, value: ReadValue): ReadAnswer {
  const { id, label } = question;
  if (value === null) return { words: '', faults: missing(question, label) };
  return { words: value.words, faults: faultAt(placeOf(id), label, value) };
}

const missing = (
  { id, required }: Pick<Question, 'id' | 'required'>,
  label: string,
  code = 'forms.answer-missing',
  ...inner: readonly string[]
): Fault[] => (required ? [{ pointer: placeOf(id, ...inner), code, params: { label } }] : []);

function faultAt(pointer: string, label: string, value: ReadValue): Fault[] {
  if (!value?.fault) return [];
  const { code, params } = value.fault;
  const named: ErrorParams = { label, ...params };
  return [{ pointer, code, params: named }];
}

/** An option that the programme does not offer was never shown and counts as none. */
function readChoice(question: QuestionOf<'choice'>, chosen: readonly string[]): ReadAnswer {
  const offered: readonly QuestionOption[] = question.options.filter(({ id }) => chosen.includes(id));
  const words = offered.map(({ label }) => label).join('、');
  return { words, faults: words === '' ? missing(question, question.label, 'forms.choice-missing') : [] };
}

function readPeriod(question: QuestionOf<'period'>, [from = '', until = '']: readonly string[]): ReadAnswer {
  const { id, label } = question;
  const [first, last] = [readDay(from), readDay(until)];
  // Half a period says nothing, also where none is required.
  const required = question.required || first !== null || last !== null;
  const end = (value: ReadValue, name: string, words: string): Fault[] =>
    value === null
      ? missing({ id, required }, `${label}（${words}）`, 'forms.answer-missing', name)
      : faultAt(placeOf(id, name), `${label}（${words}）`, value);
  const faults = [...end(first, 'from', '始まりの日'), ...end(last, 'until', '終わりの日')];
  if (first && last && 'day' in first && 'day' in last && (first.day ?? '') > (last.day ?? '')) {
    faults.push({ pointer: placeOf(id, 'until'), code: 'forms.period-backwards', params: { label } });
  }
  const words = first || last ? `${first?.words ?? ''}から${last?.words ?? ''}まで` : '';
  return { words, faults };
}

function readPlace(question: QuestionOf<'place'>, [typedName = '', typedAddress = '']: readonly string[]): ReadAnswer {
  const { id, label } = question;
  const name = readText(typedName, LONGEST_PLACE);
  const address = readText(typedAddress, LONGEST_ADDRESS);
  const required = question.required || address !== null;
  const faults =
    name === null
      ? missing({ id, required }, `${label}（場所の名前）`, 'forms.answer-missing', 'name')
      : faultAt(placeOf(id, 'name'), `${label}（場所の名前）`, name);
  const words = [name?.words ?? '', address ? `（${address.words}）` : ''].join('');
  return { words, faults: [...faults, ...faultAt(placeOf(id, 'address'), `${label}（住所）`, address)] };
}

function readTable(question: QuestionOf<'table'>, fields: Fields): ReadAnswer {
  const { id, label, columns } = question;
  const typed = rowsIn(fields, id);
  const faults: Fault[] =
    typed.length === 0 ? missing(question, label, 'forms.rows-missing') : tooManyRows(question, typed.length);
  const rows = typed.map((row, index) => {
    const values = columns.map((column, position) => readCell(column, row.cells[position] ?? ''));
    columns.forEach((column, position) => {
      const cell = `${label}：${String(index + 1)}行目の${column.label}`;
      faults.push(...faultAt(placeOf(id, row.id, column.id), cell, values[position] ?? null));
    });
    return { id: row.id, cells: values.map((value) => value?.words ?? '') };
  });
  const words = rows.map(rowInWords).join('\n');
  return { words, table: { columns: columns.map(({ label: name, kind }) => ({ label: name, kind })), rows }, faults };
}

const tooManyRows = ({ id, label, mostRows: most }: QuestionOf<'table'>, count: number): Fault[] =>
  count > most ? [{ pointer: placeOf(id), code: 'forms.too-many-rows', params: { label, most } }] : [];

export const rowInWords = ({ cells }: AnswerTable['rows'][number]): string =>
  cells.filter((cell) => cell !== '').join('　');
