import { DomainError, type Fault } from '../../kernel/domain-error.js';
import {
  type Answer,
  type FormSection,
  type Question,
  readAnswer,
  rowInWords,
  rowsOf,
  typedIn,
  writeAnswer,
  type TypedAnswer,
} from '../../forms/index.js';
import { warningsOf } from './budget-warnings.js';
import { placesOf, type Place } from './correction-points.js';
import { BUDGET } from './form.js';
import { basisIn, GRANT_LINE, LONGEST_REMARK, type AskedBudget } from './planned-budget.js';
import type { Rectification, Replacement } from './rectification.js';
import type { StoredLine } from './stored-budget.js';
import type { SubmittedContent } from './submission.js';
import { blankLine, SIDES } from './typed-line.js';

/** What the programme asks, as far as a trifle in the answers is told from what needs a return. */
export interface Rectifiable {
  readonly form: readonly FormSection[];
  readonly budget: AskedBudget;
  readonly rule: { readonly facts: readonly { readonly question?: string | undefined }[] };
}

/** Amounts, files and declarations are the applicant's own; they are returned, or judged by the review. */
const KINDS: ReadonlySet<Question['kind']> = new Set(['text', 'number', 'date', 'period', 'choice', 'place', 'table']);

type Put = Pick<Rectification, 'pointer' | 'replacement'>;

/** The content as it counts: what was sent, with everything that was put right since, in its order. */
export const rectified = (sent: SubmittedContent, rectifications: readonly Put[]): SubmittedContent =>
  rectifications.reduce(replaced, sent);

function replaced(content: SubmittedContent, { pointer, replacement }: Put): SubmittedContent {
  const [, id] = pointer.split('.');
  const { kind, ...parts } = replacement;
  const put = <Each extends { readonly id: string }>(each: Each): Each =>
    each.id === id ? { ...each, ...parts } : each;
  if (kind === 'answer') return { ...content, answers: content.answers.map(put) };
  const { income, expenditure, ...more } = content.budget;
  return { ...content, budget: { ...more, income: income.map(put), expenditure: expenditure.map(put) } };
}

/**
 * The places at which staff may put a trifle right. Not those on which the amount or other questions depend: what they
 * say is the applicant's to change. Of a budget line its remark.
 */
export function rectifiablePlaces(asked: Rectifiable, content: SubmittedContent): Place[] {
  return placesOf(content).flatMap((place) => {
    const line = lineAt(content, place.pointer);
    if (line) return line.id === GRANT_LINE ? [] : [{ ...place, label: `${place.label}の摘要`, text: line.remark }];
    const question = questionAt(asked, place.pointer);
    return question && isTrifling(asked, question) && place.text !== '' ? [place] : [];
  });
}

function isTrifling({ form, rule }: Rectifiable, { id, kind }: Question): boolean {
  const decides = form.some(({ questions }) => questions.some(({ when }) => when?.question === id));
  return KINDS.has(kind) && !decides && !rule.facts.some(({ question }) => question === id);
}

/** The question of a place, or of a row inside it; a table as a whole is none. */
function questionAt({ form }: Pick<Rectifiable, 'form'>, pointer: string): Question | null {
  const [first, id] = pointer.split('.');
  return first === 'form' ? (form.flatMap(({ questions }) => questions).find((each) => each.id === id) ?? null) : null;
}

export function lineAt({ budget }: SubmittedContent, pointer: string): StoredLine | null {
  const [first, id] = pointer.split('.');
  return first === BUDGET ? (SIDES.flatMap((side) => budget[side]).find((each) => each.id === id) ?? null) : null;
}

/** True once something else stands at the place than what staff put there: its applicant has written it anew. */
export function isRewritten(
  content: SubmittedContent,
  { pointer, after }: Pick<Rectification, 'pointer' | 'after'>,
): boolean {
  const line = lineAt(content, pointer);
  const stands = line ? line.remark : placesOf(content).find((place) => place.pointer === pointer)?.text;
  return stands !== after;
}

/** An answer as typed, or the remark of a budget line. */
export type TypedRectification = { readonly answer: TypedAnswer } | { readonly remark: string };

export interface ReadRectification {
  readonly after: string;
  readonly replacement: Replacement;
  /** At the fields of the question, or at `budget.<line>.remark`. */
  readonly faults: readonly Fault[];
}

/** What is typed at one of the `rectifiablePlaces`. Throws not-found for another place. */
export function readRectification(
  asked: Rectifiable,
  content: SubmittedContent,
  pointer: string,
  typed: TypedRectification,
): ReadRectification {
  if (!rectifiablePlaces(asked, content).some((place) => place.pointer === pointer)) throw DomainError.notFound();
  const line = lineAt(content, pointer);
  if (line && 'remark' in typed) return readRemark(asked, line, typed.remark.trim());
  const question = questionAt(asked, pointer);
  const answer = content.answers.find(({ id }) => id === question?.id);
  if (!question || question.kind === 'file' || !answer || !('answer' in typed)) throw DomainError.notFound();
  const [, , row] = pointer.split('.');
  const value = question.kind === 'table' ? withRow(question, answer, row, typed.answer) : typed.answer;
  const fields = new Map(writeAnswer(question.id, value));
  // What was answered stays answered: to take it back is the applicant's.
  const { words, table = null, faults } = readAnswer({ ...question, required: true }, fields);
  const put = { kind: 'answer' as const, text: words, table, value: typedIn(fields, question) };
  if (row === undefined) return { after: words, replacement: put, faults };
  const stands = table?.rows.find(({ id }) => id === row);
  const gone = { pointer, code: 'forms.answer-missing', params: { label: answer.label } };
  return { after: stands ? rowInWords(stands) : '', replacement: put, faults: stands ? faults : [...faults, gone] };
}

function readRemark({ budget }: Rectifiable, line: StoredLine, remark: string): ReadRectification {
  const category = budget.expenditure.find(({ id }) => id === line.category);
  const eligible = line.eligible === false ? 'no' : 'yes';
  const typed = { ...blankLine(line.id, 'expenditure'), ...basisIn(line.basis ?? ''), remark, eligible } as const;
  // Income has no limits, and its categories may have the ids of others.
  const warnings = category && line.eligible !== null ? warningsOf(category, typed) : [];
  const tooLong = {
    ...{ pointer: placeOfRemark(line.id), code: 'applications.remark-too-long', params: { most: LONGEST_REMARK } },
  };
  return {
    after: remark,
    replacement: { kind: 'remark', remark, warnings },
    faults: [...remark].length > LONGEST_REMARK ? [tooLong] : [],
  };
}

export const placeOfRemark = (line: string): string => `${BUDGET}.${line}.remark`;

/** The table with one row as typed; amounts in it stay as they were sent. */
function withRow(
  { columns }: Extract<Question, { kind: 'table' }>,
  { value }: Answer,
  row: string | undefined,
  typed: TypedAnswer,
): TypedAnswer {
  const mine = rowsOf(typed).find(({ id }) => id === row);
  return rowsOf(value).map(({ id, cells }) =>
    id === row && mine
      ? { id, cells: columns.map(({ kind }, at) => (kind === 'yen' ? cells : mine.cells)[at] ?? '') }
      : { id, cells },
  );
}
