import type { FormSection, Question } from '../../../forms/index.js';
import type { ProgramDocument } from '../program-document.js';
import {
  APPLICANT_PARTS,
  EDITION_PART_LABELS,
  EDITION_PARTS,
  editionInWords,
  type EditionPart,
  type NamedEdition,
  type Statement,
} from './edition-in-words.js';

/** What two editions say differently of one thing; a side is null where that edition says nothing of it. */
export interface EditionChange {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface ChangedPart {
  readonly part: EditionPart;
  readonly title: string;
  readonly changes: readonly EditionChange[];
}

/** What changed from one edition to another, part by part in words; parts and things that stayed are left out. */
export function changesBetweenEditions(before: NamedEdition, after: NamedEdition): ChangedPart[] {
  const [old, now] = [editionInWords(before), editionInWords(after)];
  return EDITION_PARTS.map((part) => ({
    part,
    title: EDITION_PART_LABELS[part],
    changes: [
      ...(part === 'conditions' ? changedSentences(old[part], now[part]) : changedStatements(old[part], now[part])),
      ...(part === 'form' ? rewordedOptions(before.document.form, after.document.form) : []),
    ],
  })).filter(({ changes }) => changes.length > 0);
}

/** The same as far as it concerns who is writing an application: dates, amount, questions and categories. */
export function changesForApplicants(before: ProgramDocument, after: ProgramDocument): ChangedPart[] {
  const named = (document: ProgramDocument): NamedEdition => ({ document, budgetLine: '', handledBy: '' });
  return changesBetweenEditions(named(before), named(after)).filter(({ part }) => APPLICANT_PARTS.includes(part));
}

/** An answer is kept by the option's code, so new words of an option become the words of what was answered before. */
function rewordedOptions(before: readonly FormSection[], after: readonly FormSection[]): EditionChange[] {
  const old = new Map(choicesOf(before).map(({ id, options }) => [id, options]));
  return choicesOf(after).flatMap(({ id, label, options }) =>
    options.flatMap((option) => {
      const was = old.get(id)?.find((each) => each.id === option.id)?.label ?? option.label;
      if (was === option.label) return [];
      return [{ label: `質問「${label}」：選択肢の言葉が変わりました`, before: was, after: option.label }];
    }),
  );
}

const choicesOf = (form: readonly FormSection[]): Extract<Question, { kind: 'choice' }>[] =>
  form.flatMap(({ questions }) => questions.filter((question) => question.kind === 'choice'));

/** First what stands now, in its order, then what was taken out. */
function changedStatements(before: readonly Statement[], after: readonly Statement[]): EditionChange[] {
  const old = new Map(before.map((statement) => [statement.key, statement]));
  const kept = new Set(after.map(({ key }) => key));
  return [
    ...after
      .map(({ key, label, words }) => ({ label, before: old.get(key)?.words ?? null, after: words }))
      .filter((change) => change.before !== change.after),
    ...before.filter(({ key }) => !kept.has(key)).map(({ label, words }) => ({ label, before: words, after: null })),
  ];
}

/** A sentence put in the middle moves all those behind it: only what one side alone says is a change. */
function changedSentences(before: readonly Statement[], after: readonly Statement[]): EditionChange[] {
  const without = (some: readonly Statement[], others: readonly Statement[]): readonly Statement[] =>
    some.filter(({ words }) => !others.some((other) => other.words === words));
  const [gone, added] = [without(before, after), without(after, before)];
  return Array.from({ length: Math.max(gone.length, added.length) }, (_, index) => ({
    label: (added[index] ?? gone[index])?.label ?? '',
    before: gone[index]?.words ?? null,
    after: added[index]?.words ?? null,
  }));
}
