import {
  readEligibility,
  SIDES,
  TAX_CREDIT,
  TAX_CREDIT_AMOUNT,
  type TypedAnswer,
  type TypedLine,
  type TypedSection,
  type TypedTaxCredit,
} from '../../applications/index.js';
import type { FormSection, Question } from '../../programs/index.js';
import { recordAt, typedList, typedRows, typedTexts } from '../shared/typed-records.js';

/** What the form of this section holds, as typed. */
export function typedSection({ questions }: FormSection, body: unknown): TypedSection {
  const form = recordAt(body, 'form');
  const answers = questions
    .filter(({ kind }) => kind !== 'file')
    .map((question) => [question.id, typedAnswer(question, form)] as const);
  return { pointAnswers: typedTexts(body, 'pointAnswers'), answers: Object.fromEntries(answers) };
}

export const typedBudget = (body: unknown): TypedSection => ({
  pointAnswers: typedTexts(body, 'pointAnswers'),
  lines: typedLines(body),
  taxCredit: typedTaxCredit(body),
});

export const settledFields = (body: unknown): string[] => Object.keys(typedTexts(body, 'settled'));

/** Questions that the page held back because nothing had asked for them yet. */
export const unseenQuestions = (body: unknown): string[] => Object.keys(typedTexts(body, 'unseen'));

function typedAnswer(question: Question, form: Readonly<Record<string, unknown>>): TypedAnswer {
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

const typedLines = (body: unknown): TypedLine[] =>
  typedRows(body, 'budget').flatMap(([id, { side: typedSide, eligible, ...texts }]): TypedLine[] => {
    const side = SIDES.find((known) => known === typedSide);
    if (!side) return [];
    const { category = '', remark = '', unitPrice = '', quantity = '', unit = '', amount = '', reason = '' } = texts;
    const basis = { unitPrice, quantity, unit, amount };
    return [{ id, side, category, remark, ...basis, eligible: readEligibility(eligible), reason }];
  });

function typedTaxCredit(body: unknown): TypedTaxCredit {
  const typed = typedTexts(body, 'budget');
  return { kind: typed[TAX_CREDIT] ?? '', amount: typed[TAX_CREDIT_AMOUNT] ?? '' };
}
