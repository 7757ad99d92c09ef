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
import { typedAnswers } from '../shared/sections/typed-section.js';
import { typedRows, typedTexts } from '../shared/typed-records.js';

/** What the form of this section holds, as typed. */
export const typedSection = (section: FormSection, body: unknown): TypedSection => ({
  pointAnswers: typedTexts(body, 'pointAnswers'),
  answers: typedAnswers(section, body),
});

export const typedBudget = (body: unknown): TypedSection => ({
  pointAnswers: typedTexts(body, 'pointAnswers'),
  lines: typedLines(body),
  taxCredit: typedTaxCredit(body),
});

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
