import type { DocumentReader, FormSection, Question, QuestionKind } from '../../forms/index.js';
import type { DisclosureTerms } from './disclosure-terms.js';

/** A file is never published by being an answer, a pledge says the same of everyone, and a place may be somebody's house. */
const NEVER_SHOWN: ReadonlySet<QuestionKind> = new Set(['file', 'declaration', 'place']);

/** The questions that an edition may publish. */
export const publishableQuestions = (form: readonly FormSection[]): Question[] =>
  form.flatMap(({ questions }) => questions).filter(({ kind }) => !NEVER_SHOWN.has(kind));

/** The choices of one answer, by which grants can be grouped. */
export const groupingQuestions = (form: readonly FormSection[]): Question[] =>
  publishableQuestions(form).filter((question) => question.kind === 'choice' && !question.many);

/**
 * What everyone may read, below `disclosure`. A question that the form has no more is published no more: nothing to
 * complain of, and nothing that could come to light by mistake.
 */
export function readDisclosure(
  reader: DocumentReader,
  form: readonly FormSection[],
  report: readonly FormSection[],
): DisclosureTerms {
  const field = reader.optionalText('field', '分野の質問');
  return {
    application: named(reader, 'application', publishableQuestions(form)),
    report: named(reader, 'report', publishableQuestions(report)),
    field: groupingQuestions(form).find(({ id }) => id === field)?.id ?? null,
    photographs: reader.flag('photographs'),
  };
}

/** In the order of the form. */
function named(reader: DocumentReader, list: string, questions: readonly Question[]): string[] {
  const ticked = new Set(reader.sentences(list, '公表する質問'));
  return questions.filter(({ id }) => ticked.has(id)).map(({ id }) => id);
}
