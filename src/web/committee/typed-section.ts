import { SIDES, type SectionName, type TypedLine, type TypedSection } from '../../applications/index.js';
import { typedRows, typedTexts } from '../shared/typed-records.js';

/** What the form of this section holds, as typed. */
export function typedSection(name: SectionName, body: unknown): TypedSection {
  const pointAnswers = typedTexts(body, 'pointAnswers');
  switch (name) {
    case 'plan':
      return { pointAnswers, plan: typedTexts(body, 'plan') };
    case 'budget':
      return { pointAnswers, lines: typedLines(body) };
    case 'declarations':
      return { pointAnswers, declarations: Object.keys(typedTexts(body, 'declarations')) };
    case 'files':
      return { pointAnswers };
  }
}

export const settledFields = (body: unknown): string[] => Object.keys(typedTexts(body, 'settled'));

const typedLines = (body: unknown): TypedLine[] =>
  typedRows(body, 'budget').flatMap(([id, { side, category = '', amount = '', remark = '' }]): TypedLine[] => {
    const known = SIDES.find((candidate) => candidate === side);
    return known ? [{ id, side: known, category, amount, remark }] : [];
  });
