import { formatYen, yen } from '../../../kernel/yen.js';
import type { FormBlock, FormPart, FormRoom } from '../../../platform/pdf/index.js';
import type { FormSection, Question, TableColumn } from '../../../forms/index.js';

type Table = Extract<Question, { kind: 'table' }>;

/** How much a hand writes on a line across the paper, in characters. */
const CHARACTERS_A_LINE = 40;
const FEWEST_LINES = 3;
/** What is longer goes on a sheet of its own: a form of ten pages is filled in by nobody. */
const MOST_LINES = 14;
const MOST_ROWS = 10;
export const DATE_TO_WRITE = '令和　　　年　　　月　　　日';

/** A section of the form as a part of the paper, its questions in their order. */
export const sectionOnPaper = (section: FormSection, form: readonly FormSection[]): FormPart => ({
  title: section.title,
  lead: section.lead,
  blocks: section.questions.map((question) => questionOnPaper(question, form)),
});

function questionOnPaper(question: Question, form: readonly FormSection[]): FormBlock {
  const label = `${question.required ? '【必須】' : ''}${question.label}`;
  const note = [conditionInWords(question, form), question.hint, limitInWords(question)].join('');
  if (question.kind === 'table') return tableOnPaper(question, `${label}${note === '' ? '' : `　${note}`}`);
  return { kind: 'answer', label, note, room: roomFor(question) };
}

/** `（「参加費を集めますか」が「集める」のとき）`: whom a follow-up question concerns. */
function conditionInWords({ when }: Question, form: readonly FormSection[]): string {
  if (when === null) return '';
  const asked = form.flatMap(({ questions }) => questions).find(({ id }) => id === when.question);
  const options = asked?.kind === 'choice' ? asked.options : [];
  const option = options.find(({ id }) => id === when.is);
  return `（「${asked?.label ?? ''}」が「${option?.label ?? ''}」のとき）`;
}

function limitInWords(question: Question): string {
  if (question.kind === 'text') return `（${String(question.maxLength)}字まで）`;
  if (question.kind === 'yen') return `（${formatYen(yen(question.most))}まで）`;
  if (question.kind === 'choice' && question.many) return '（いくつでも）';
  return '';
}

function roomFor(question: Exclude<Question, Table>): FormRoom {
  switch (question.kind) {
    case 'text':
      return roomForText(question.maxLength, question.lines);
    case 'number':
      return oneLine('', question.unit);
    case 'yen':
      return oneLine('', '円');
    case 'date':
      return oneLine(DATE_TO_WRITE, '');
    case 'period':
      return beside(`${DATE_TO_WRITE}から`, `${DATE_TO_WRITE}まで`);
    case 'place':
      return beside('場所の名前', '住所');
    case 'choice':
      return { kind: 'boxes', text: '', options: question.options.map((option) => option.label) };
    case 'file':
      return { kind: 'boxes', text: '', options: ['この申請書に添えました'] };
    case 'declaration':
      return { kind: 'boxes', text: question.text, options: ['上の内容に同意します'] };
  }
}

const oneLine = (words: string, unit: string): FormRoom => ({ kind: 'beside', lines: [{ words, unit }] });
const beside = (...lines: string[]): FormRoom => ({
  kind: 'beside',
  lines: lines.map((words) => ({ words, unit: '' })),
});

function roomForText(maxLength: number, lines: 'one' | 'many'): FormRoom {
  if (lines === 'one' && maxLength <= CHARACTERS_A_LINE) return beside('', '');
  const count = Math.ceil(maxLength / CHARACTERS_A_LINE);
  return { kind: 'lines', count: lines === 'one' ? 2 : Math.min(Math.max(count, FEWEST_LINES), MOST_LINES) };
}

const SHARES: Readonly<Record<TableColumn['kind'], number>> = { text: 3, number: 1, yen: 1.4, date: 1.4 };

/** As many empty rows as may be written, up to what fits a form. */
function tableOnPaper({ columns, mostRows }: Table, caption: string): FormBlock {
  const empty = columns.map(({ kind }) => (kind === 'date' ? '　　月　　日' : kind === 'yen' ? '円' : ''));
  return {
    kind: 'table',
    caption,
    columns: columns.map(({ label, kind }) => ({
      label,
      align: kind === 'number' || kind === 'yen' ? 'end' : 'start',
      share: SHARES[kind],
    })),
    rows: Array.from({ length: Math.min(mostRows, MOST_ROWS) }, () => empty),
    toWrite: true,
  };
}
