import type { QuestionKind, QuestionOf } from './form.js';
import type { Fields } from './fields.js';

/** A row of a table as typed, its cells in the order of the columns; it keeps its id for life, as a budget line does. */
export interface TypedRow {
  readonly id: string;
  readonly cells: readonly string[];
}

/**
 * An answer as typed: one text; several (a period's two days, a place's name and address, the options that are ticked);
 * or the rows of a table.
 */
export type TypedAnswer = string | readonly string[] | readonly TypedRow[];

/** What a tick of a declaration stands for. */
export const TICKED = 'yes';

/** Between a question and its row, in the name of a field. */
const ROW = '~';

const isBlank = (texts: readonly string[]): boolean => texts.every((text) => text.trim() === '');

/** The fields that keep an answer: one, or for a table one a row, so that two officers may write at two rows. */
export function writeAnswer(question: string, answer: TypedAnswer): [string, string][] {
  if (typeof answer === 'string') return isBlank([answer]) ? [] : [[question, answer]];
  const texts = answer.filter((part) => typeof part === 'string');
  if (!isBlank(texts)) return [[question, JSON.stringify(texts)]];
  return answer
    .filter((part) => typeof part !== 'string')
    .filter(({ cells }) => !isBlank(cells))
    .map(({ id, cells }) => [`${question}${ROW}${id}`, JSON.stringify(cells)]);
}

/** The fields of a section's answers, by question. */
export const writeAnswers = (answers: Readonly<Record<string, TypedAnswer>>): Fields =>
  new Map(Object.entries(answers).flatMap(([question, answer]) => writeAnswer(question, answer)));

export const textIn = (fields: Fields, question: string): string => fields.get(question) ?? '';

export const textsIn = (fields: Fields, question: string): readonly string[] => readTexts(fields.get(question));

export const rowsIn = (fields: Fields, question: string): TypedRow[] =>
  [...fields]
    .map(([field, text]) => ({ ...splitField(field), text }))
    .flatMap(({ question: owner, row, text }) =>
      owner === question && row !== null ? [{ id: row, cells: readTexts(text) }] : [],
    );

/** The texts, or the rows, of an answer that was kept as typed. */
export const textsOf = (value: TypedAnswer): string[] =>
  typeof value === 'string' ? [value] : value.filter((part) => typeof part === 'string');

export const rowsOf = (value: TypedAnswer): TypedRow[] =>
  typeof value === 'string' ? [] : value.filter((part) => typeof part !== 'string');

/** The options that are ticked, whether one or several may be. */
export const chosenIn = (fields: Fields, { id, many }: Pick<QuestionOf<'choice'>, 'id' | 'many'>): readonly string[] =>
  many ? textsIn(fields, id) : [textIn(fields, id)].filter((option) => option !== '');

/** The question of a field, and the row where the field is one of a table. */
export function splitField(field: string): { readonly question: string; readonly row: string | null } {
  const [question = '', row = null] = field.split(ROW);
  return { question, row };
}

/** The answer of this question as it was typed. */
export function typedIn(fields: Fields, question: { id: string; kind: QuestionKind; many?: boolean }): TypedAnswer {
  const { id, kind, many } = question;
  if (kind === 'table') return rowsIn(fields, id);
  const several = kind === 'period' || kind === 'place' || (kind === 'choice' && many);
  return several ? textsIn(fields, id) : textIn(fields, id);
}

/** A text that was typed while the question was of another kind stands as the first of several. */
function readTexts(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  try {
    const read: unknown = JSON.parse(text);
    if (Array.isArray(read)) return read.filter((part) => typeof part === 'string');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return [text];
}
