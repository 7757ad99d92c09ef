import { DomainError } from '../../kernel/domain-error.js';
import type { Fields } from './fields.js';
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
import { splitField, writeAnswer, type TypedAnswer } from './typed-answer.js';
import { isBlankLine, readLine, writeLine, type TypedLine } from './typed-line.js';

/**
 * A part of an application: a section of the programme's form by its id, or the budget. Each is saved and versioned
 * on its own: two officers at two parts never meet.
 */
export type SectionName = string;

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

export type Sections = ReadonlyMap<SectionName, Section>;

/** Throws not-found. */
export function sectionNamed(sections: Sections, name: SectionName): Section {
  const section = sections.get(name);
  if (!section) throw DomainError.notFound();
  return section;
}

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
    ...Object.entries(answers).flatMap(([question, answer]) => writeAnswer(question, answer)),
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
  const { question, row } = splitField(field);
  return row === null ? `form.${question}` : `form.${question}.${row}`;
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
