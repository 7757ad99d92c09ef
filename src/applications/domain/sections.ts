import {
  pointerOfField,
  writeAnswers,
  type Fields,
  type Section,
  type SectionName,
  type Sections,
  type TypedAnswer,
} from '../../forms/index.js';
import { BUDGET } from './form.js';
import type { TypedBudget } from './planned-budget.js';
import {
  isTaxCreditField,
  NO_TAX_CREDIT,
  TAX_CREDIT,
  TAX_CREDIT_AMOUNT,
  writeTaxCredit,
  type TypedTaxCredit,
} from './tax-credit.js';
import { isBlankLine, readLine, writeLine, type TypedLine } from './typed-line.js';

/** What a form of any section brings. */
export interface TypedSection {
  /** By question. */
  readonly answers?: Readonly<Record<string, TypedAnswer>>;
  readonly lines?: readonly TypedLine[];
  readonly taxCredit?: TypedTaxCredit;
  /** Answers to the points of a return, by the id of the point. */
  readonly pointAnswers?: Readonly<Record<string, string>>;
}

const POINT = 'point:';

/** Blank answers, rows and lines are left out: they are the same as none. */
export function fieldsOf(typed: TypedSection): Fields {
  const { answers = {}, lines = [], taxCredit = NO_TAX_CREDIT, pointAnswers = {} } = typed;
  return new Map([
    ...writeAnswers(answers),
    ...lines.filter((line) => !isBlankLine(line)).map((line): [string, string] => [line.id, writeLine(line)]),
    ...writeTaxCredit(taxCredit),
    ...Object.entries(pointAnswers)
      .filter(([, text]) => text.trim() !== '')
      .map(([id, text]): [string, string] => [pointField(id), text]),
  ]);
}

/** The place of a section's field in the words of faults: `form.aim`, `form.dates.r1`, `budget.line-1`, `pointAnswers.<id>`. */
export function pointerOf(name: SectionName, field: string): string {
  if (field.startsWith(POINT)) return `pointAnswers.${field.slice(POINT.length)}`;
  if (name === BUDGET) return `${BUDGET}.${field}`;
  return pointerOfField(field);
}

/** The field in which the answer to a point is kept. */
export const pointField = (pointId: string): string => `${POINT}${pointId}`;

export const isPointField = (field: string): boolean => field.startsWith(POINT);

export const linesIn = ({ fields }: Pick<Section, 'fields'>): TypedLine[] =>
  [...fields]
    .filter(([field]) => !isPointField(field) && !isTaxCreditField(field))
    .map(([id, text]) => readLine(id, text));

export const budgetIn = (section: Section): TypedBudget => ({
  lines: linesIn(section),
  taxCredit: {
    kind: section.fields.get(TAX_CREDIT) ?? '',
    amount: section.fields.get(TAX_CREDIT_AMOUNT) ?? '',
  },
});

export const pointAnswersIn = (sections: Sections): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...sections.values()]
      .flatMap(({ fields }) => [...fields])
      .filter(([field]) => isPointField(field))
      .map(([field, text]) => [field.slice(POINT.length), text]),
  );
