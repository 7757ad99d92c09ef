import type { TypedAnswer, Question } from '../../forms/index.js';
import { typedList, typedRows, typedTexts } from './typed-records.js';

/** What stands in the fields of a question, as typed; `form` holds them by its id. */
export function typedAnswer(question: Question, form: Readonly<Record<string, unknown>>): TypedAnswer {
  const { id } = question;
  if (question.kind === 'choice' && question.many) return typedList(form, id);
  const inner = typedTexts(form, id);
  if (question.kind === 'period') return [inner['from'] ?? '', inner['until'] ?? ''];
  if (question.kind === 'place') return [inner['name'] ?? '', inner['address'] ?? ''];
  if (question.kind === 'table') {
    return typedRows(form, id).map(([row, texts]) => ({
      id: row,
      cells: question.columns.map((column) => texts[column.id] ?? ''),
    }));
  }
  const text = form[id];
  return typeof text === 'string' ? text : '';
}
