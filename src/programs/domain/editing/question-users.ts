import { PRIOR_START_QUESTION } from '../prior-start.js';
import type { ProgramDocument } from '../program-document.js';

/** A form with what may refer to its questions. */
export type AskedForm = Pick<ProgramDocument, 'form' | 'project'> & {
  readonly rule: Pick<ProgramDocument['rule'], 'facts'>;
};

/**
 * Who in the document refers to these questions, in words for a refusal; what they say of one another does not count,
 * because they go together.
 */
export function usersOfQuestions({ form, rule, project }: AskedForm, questions: readonly string[]): string[] {
  const conditions = form
    .flatMap((section) => section.questions)
    .filter(({ id, when }) => when !== null && questions.includes(when.question) && !questions.includes(id))
    .map(({ label }) => `質問「${label}」の条件`);
  const facts = rule.facts
    .filter(({ question }) => question !== undefined && questions.includes(question))
    .map(({ label }) => `交付額の決まりの「${label}」`);
  return [
    ...facts,
    ...(project && questions.includes(project.titleQuestion) ? ['事業の名称'] : []),
    ...(project && questions.includes(project.periodQuestion) ? ['事業の期間'] : []),
    ...(questions.includes(PRIOR_START_QUESTION) ? ['事前着手の申出（日程）'] : []),
    ...conditions,
  ];
}

/** The same for one option of a choice. */
export function usersOfOption({ form, rule }: AskedForm, question: string, option: string): string[] {
  const conditions = form
    .flatMap((section) => section.questions)
    .filter(({ when }) => when?.question === question && when.is === option)
    .map(({ label }) => `質問「${label}」の条件`);
  const facts = rule.facts
    .filter((fact) => fact.question === question && fact.options?.some(({ id }) => id === option))
    .map(({ label }) => `交付額の決まりの「${label}」`);
  return [...facts, ...conditions];
}
