import { movedAnswer } from './moved-answer.js';
import {
  type Fields,
  type FormSection,
  type Question,
  readAnswer,
  type ParkedText,
  type SectionName,
  type Sections,
  splitField,
} from '../../forms/index.js';
import { BUDGET } from './form.js';
import { SIDE_WORDS } from './line-cells.js';
import type { AskedBudget } from './planned-budget.js';
import { isPointField, linesIn } from './sections.js';

/** What an edition asks, as far as drafts are carried by it. */
export interface EditionForm {
  readonly form: readonly FormSection[];
  readonly budget: AskedBudget;
}

/** 前の版での回答: what was typed where the new edition has no place for it, in words. */
export interface LeftText {
  readonly section: string;
  readonly label: string;
  readonly text: string;
  readonly writtenBy: string;
}

export interface CarriedSection {
  readonly fields: Fields;
  readonly parked: readonly ParkedText[];
}

export interface CarriedDraft {
  /** Every section of the new edition's form, and the budget. */
  readonly sections: ReadonlyMap<SectionName, CarriedSection>;
  readonly left: readonly LeftText[];
}

interface Placed {
  readonly question: Question;
  readonly section: FormSection;
}

/**
 * A draft begun on one edition as it stands on another. An answer stays where its question is still asked, by its code and
 * kind, also in another section; what has no place any more is told in words. Nothing that was typed is dropped.
 */
export function carryDraft(before: EditionForm, after: EditionForm, sections: Sections): CarriedDraft {
  const old = placed(before.form);
  const left: LeftText[] = [];
  const carried = new Map<SectionName, CarriedSection>();
  for (const section of after.form) {
    const parts = section.questions.map((question) => carriedQuestion(question, old.get(question.id), sections, left));
    carried.set(section.id, {
      fields: new Map([...pointsIn(sections, section.id), ...parts.flatMap(({ fields }) => [...fields])]),
      parked: parts.flatMap(({ parked }) => parked),
    });
  }
  const asked = placed(after.form);
  for (const { question, section } of old.values()) {
    if (asked.get(question.id)?.question.kind !== question.kind) left.push(...allLeft(question, section, sections));
  }
  const budget = sections.get(BUDGET);
  carried.set(BUDGET, { fields: budget?.fields ?? new Map(), parked: budget?.parked ?? [] });
  return { sections: carried, left: [...left, ...linesWithoutCategory(before.budget, after.budget, sections)] };
}

const placed = (form: readonly FormSection[]): ReadonlyMap<string, Placed> =>
  new Map(form.flatMap((section) => section.questions.map((question) => [question.id, { question, section }])));

const pointsIn = (sections: Sections, name: SectionName): [string, string][] =>
  [...(sections.get(name)?.fields ?? [])].filter(([field]) => isPointField(field));

const belongsTo = (field: string, { id }: Question): boolean => splitField(field).question === id;

function carriedQuestion(
  question: Question,
  old: Placed | undefined,
  sections: Sections,
  left: LeftText[],
): CarriedSection {
  const written = old && sections.get(old.section.id);
  if (old?.question.kind !== question.kind || !written) return { fields: new Map(), parked: [] };
  const { fields, lost } = movedAnswer(old.question, question, written.fields);
  const words = { section: old.section.title, label: old.question.label };
  if (lost !== '') left.push({ ...words, text: lost, writtenBy: written.savedBy });
  const parked: ParkedText[] = [];
  for (const text of written.parked.filter(({ field }) => belongsTo(field, old.question))) {
    const moved = text.text === null ? null : movedAnswer(old.question, question, new Map([[text.field, text.text]]));
    if (moved === null || moved.lost === '') parked.push({ ...text, text: moved?.fields.get(text.field) ?? null });
    else left.push({ ...words, text: inWords(old.question, text.field, text.text ?? ''), writtenBy: text.by });
  }
  return { fields, parked };
}

/** Everything typed to a question that is not asked any more; its files stay with the draft, a tick was no text. */
function allLeft(question: Question, section: FormSection, sections: Sections): LeftText[] {
  const written = sections.get(section.id);
  if (!written || question.kind === 'file' || question.kind === 'declaration') return [];
  const words = { section: section.title, label: question.label };
  const own = readAnswer(question, written.fields).words;
  const parked = written.parked.filter(({ field, text }) => text !== null && belongsTo(field, question));
  return [
    { ...words, text: own, writtenBy: written.savedBy },
    ...parked.map(({ field, text, by }) => ({ ...words, text: inWords(question, field, text ?? ''), writtenBy: by })),
  ].filter(({ text }) => text !== '');
}

const inWords = (question: Question, field: string, text: string): string =>
  question.kind === 'file' ? text : readAnswer(question, new Map([[field, text]])).words;

/** The lines stay and ask for a category; what theirs was called is told, because the page cannot any more. */
function linesWithoutCategory(before: AskedBudget, after: AskedBudget, sections: Sections): LeftText[] {
  const budget = sections.get(BUDGET);
  if (!budget) return [];
  return linesIn(budget).flatMap(({ side, category, remark, amount, unitPrice, quantity, unit }): LeftText[] => {
    const old = before[side].find(({ id }) => id === category);
    if (!old || after[side].some(({ id }) => id === category)) return [];
    const sum = unitPrice === '' ? amount : `${unitPrice} × ${quantity}${unit}`;
    const text = [`科目「${old.label}」`, remark, sum].filter((part) => part !== '').join('　');
    return [{ section: '収支予算書', label: `${SIDE_WORDS[side]}の行`, text, writtenBy: budget.savedBy }];
  });
}
