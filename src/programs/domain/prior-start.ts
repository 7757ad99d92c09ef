import type { FormSection, Question } from '../../forms/index.js';
import type { ProgramDocument } from './program-document.js';

/** The question by which an applicant asks for 事前着手; its id is ours, its words are the town's. */
export const PRIOR_START_QUESTION = 'prior-start';

const BUILT_IN: Question = {
  id: PRIOR_START_QUESTION,
  kind: 'text',
  lines: 'many',
  label: '交付決定の前に始める理由',
  hint: '事業の始まりが交付決定より前になるときだけ書きます（事前着手）。承認を受ける前に使ったお金は、対象になりません。',
  maxLength: 400,
  required: false,
  when: null,
};

/** Right after the question for the period, in programmes that allow it; in others it is not asked. */
export function withPriorStart(document: ProgramDocument): ProgramDocument {
  const { eligibleStart, project, form } = document;
  const asks = eligibleStart.kind === 'decision' && eligibleStart.priorStart && project !== null;
  const worded = form.flatMap(({ questions }) => questions).find(({ id }) => id === PRIOR_START_QUESTION);
  const question = worded?.kind === 'text' ? { ...worded, required: false, when: null } : BUILT_IN;
  const placed = ({ questions, ...section }: FormSection): FormSection => ({
    ...section,
    questions: questions
      .filter(({ id }) => id !== PRIOR_START_QUESTION)
      .flatMap((each) => (asks && each.id === project.periodQuestion ? [each, question] : [each])),
  });
  return { ...document, form: form.map(placed) };
}
