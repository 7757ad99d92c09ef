import type { TypedPlan } from './plan.js';
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

/** The parts of an application. Each is saved and versioned on its own: two officers at two parts never meet. */
export const SECTION_NAMES = ['plan', 'budget', 'declarations', 'files'] as const;
export type SectionName = (typeof SECTION_NAMES)[number];

/**
 * A part as fields that are compared one by one: an answer, a whole budget line, a tick, the answer to a point.
 * As typed, because a draft keeps everything; in order, because budget lines have one.
 */
export type Fields = ReadonlyMap<string, string>;

/** What one officer typed while another saved first; kept until someone has settled it. */
export interface ParkedText {
  readonly field: string;
  /** null: the officer took the field out. */
  readonly text: string | null;
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}

export interface Section {
  readonly name: SectionName;
  readonly fields: Fields;
  readonly parked: readonly ParkedText[];
  /** Counts the saves. */
  readonly version: number;
  readonly savedAt: Date;
  readonly savedBy: string;
}

export type Sections = Readonly<Record<SectionName, Section>>;

/** What a form of any section brings. */
export interface TypedSection {
  readonly plan?: TypedPlan;
  readonly lines?: readonly TypedLine[];
  readonly taxCredit?: TypedTaxCredit;
  readonly declarations?: readonly string[];
  /** Answers to the points of a return, by the id of the point. */
  readonly pointAnswers?: Readonly<Record<string, string>>;
}

const POINT = 'point:';
const TICKED = 'yes';

/** Blank answers and lines are left out: they are the same as none. */
export function fieldsOf(typed: TypedSection): Fields {
  const { plan = {}, lines = [], taxCredit = NO_TAX_CREDIT, declarations = [], pointAnswers = {} } = typed;
  const written = (texts: Readonly<Record<string, string>>): [string, string][] =>
    Object.entries(texts).filter(([, text]) => text.trim() !== '');
  return new Map([
    ...written(plan),
    ...lines.filter((line) => !isBlankLine(line)).map((line): [string, string] => [line.id, writeLine(line)]),
    ...writeTaxCredit(taxCredit),
    ...declarations.map((id): [string, string] => [id, TICKED]),
    ...written(pointAnswers).map(([id, text]): [string, string] => [`${POINT}${id}`, text]),
  ]);
}

/** The place of a section's field in the words of faults: `plan.aim`, `budget.line-1`, `pointAnswers.<id>`. */
export const pointerOf = (name: SectionName, field: string): string =>
  field.startsWith(POINT) ? `pointAnswers.${field.slice(POINT.length)}` : `${name}.${field}`;

/** The field in which the answer to a point is kept. */
export const pointField = (pointId: string): string => `${POINT}${pointId}`;

const own = (fields: Fields): [string, string][] => [...fields].filter(([field]) => !field.startsWith(POINT));

export const planIn = ({ fields }: Section): TypedPlan => Object.fromEntries(own(fields));
export const linesIn = ({ fields }: Section): TypedLine[] =>
  own(fields)
    .filter(([field]) => !isTaxCreditField(field))
    .map(([id, text]) => readLine(id, text));
export const budgetIn = (section: Section): TypedBudget => ({
  lines: linesIn(section),
  taxCredit: {
    kind: section.fields.get(TAX_CREDIT) ?? '',
    amount: section.fields.get(TAX_CREDIT_AMOUNT) ?? '',
  },
});
export const declarationsIn = ({ fields }: Section): string[] => own(fields).map(([id]) => id);

export const pointAnswersIn = ({ fields }: Section): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...fields].filter(([field]) => field.startsWith(POINT)).map(([field, text]) => [field.slice(POINT.length), text]),
  );
