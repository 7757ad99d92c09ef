import {
  readEligibility,
  SIDES,
  TAX_CREDIT,
  TAX_CREDIT_AMOUNT,
  type TypedLine,
  type TypedSection,
  type TypedTaxCredit,
} from '../../applications/index.js';
import type { FormSection } from '../../forms/index.js';
import { typedAnswer } from '../shared/typed-answer.js';
import { recordAt, typedRows, typedTexts } from '../shared/typed-records.js';

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
