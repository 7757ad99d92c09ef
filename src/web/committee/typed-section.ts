import {
  readEligibility,
  SIDES,
  TAX_CREDIT,
  TAX_CREDIT_AMOUNT,
  type SectionName,
  type TypedLine,
  type TypedSection,
  type TypedTaxCredit,
} from '../../applications/index.js';
import { typedRows, typedTexts } from '../shared/typed-records.js';

/** What the form of this section holds, as typed. */
export function typedSection(name: SectionName, body: unknown): TypedSection {
  const pointAnswers = typedTexts(body, 'pointAnswers');
  switch (name) {
    case 'plan':
      return { pointAnswers, plan: typedTexts(body, 'plan') };
    case 'budget':
      return { pointAnswers, lines: typedLines(body), taxCredit: typedTaxCredit(body) };
    case 'declarations':
      return { pointAnswers, declarations: Object.keys(typedTexts(body, 'declarations')) };
    case 'files':
      return { pointAnswers };
  }
}

export const settledFields = (body: unknown): string[] => Object.keys(typedTexts(body, 'settled'));

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
