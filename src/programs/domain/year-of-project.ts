import { firstDayOf, formatFiscalYear, lastDayOf } from '../../kernel/fiscal-year.js';
import { formatEra } from '../../kernel/local-date.js';
import type { FormSection, Question } from '../../forms/index.js';
import type { ProgramDocument } from './program-document.js';

/** The form with the year in which a project has to lie, said at the question for its period. */
export function withYearOfProject({
  form,
  project,
  fiscalYear,
}: Pick<ProgramDocument, 'form' | 'project' | 'fiscalYear'>): readonly FormSection[] {
  const days = `${formatEra(firstDayOf(fiscalYear))}から${formatEra(lastDayOf(fiscalYear))}まで`;
  const words = `${formatFiscalYear(fiscalYear)}（${days}）のうちに終わる事業が対象です。`;
  const said = (question: Question): Question =>
    question.id === project?.periodQuestion ? { ...question, hint: `${question.hint}${words}` } : question;
  return form.map((section) => ({ ...section, questions: section.questions.map(said) }));
}
