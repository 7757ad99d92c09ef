import { DomainError, type ErrorParams } from '../../../kernel/domain-error.js';
import type { FormSection, Question } from '../../../forms/index.js';
import { usersOfOption, usersOfQuestions, type AskedForm } from './question-users.js';

type Form = readonly FormSection[];
/** A question as typed; read with the whole document afterwards. */
export type TypedQuestion = Readonly<Record<string, unknown>>;
export type Way = 'up' | 'down';

/** Where a question stands: its section and both positions. Throws not-found. */
export function findQuestion(
  form: Form,
  id: string,
): { readonly question: Question; readonly section: FormSection; readonly place: string } {
  for (const [index, section] of form.entries()) {
    const position = section.questions.findIndex((question) => question.id === id);
    const question = section.questions[position];
    if (question) return { question, section, place: `form[${String(index)}].questions[${String(position)}]` };
  }
  throw DomainError.notFound();
}

/** Throws not-found. */
export function findSection(form: Form, id: string): FormSection {
  const section = form.find((each) => each.id === id);
  if (!section) throw DomainError.notFound();
  return section;
}

export const withSection = (form: Form, section: FormSection): Form => [...form, section];

export const withSectionWords = (form: Form, id: string, words: Pick<FormSection, 'title' | 'lead'>): Form =>
  form.map((section) => (section.id === findSection(form, id).id ? { ...section, ...words } : section));

export function movedSection(form: Form, id: string, way: Way): Form {
  return moved(form, form.indexOf(findSection(form, id)), way);
}

/** Refused while something outside the section refers to one of its questions. */
export function withoutSection(document: AskedForm, id: string): Form {
  const { title, questions } = findSection(document.form, id);
  const users = usersOfQuestions(
    document,
    questions.map((question) => question.id),
  );
  if (users.length > 0) throw refusal('programs.section-in-use', { title, users: users.join('、') });
  if (document.form.length === 1) throw refusal('programs.last-section', { title });
  return document.form.filter((section) => section.id !== id);
}

/** Appended to its section, which must be there. */
export const withQuestion = (form: Form, sectionId: string, question: Question): Form =>
  form.map((section) =>
    section.id === findSection(form, sectionId).id
      ? { ...section, questions: [...section.questions, question] }
      : section,
  );

/** What was typed over the question, in this section; coming from another one it stands at the end. */
export function withTypedQuestion(document: AskedForm, id: string, typed: TypedQuestion, sectionId: string) {
  const { question, section: from } = findQuestion(document.form, id);
  const into = findSection(document.form, sectionId);
  if (question.kind === 'choice') refuseLostOptions(document, question, typed);
  const changed = { ...question, ...typed, id };
  if (into.id === from.id) {
    const questions = from.questions.map((each) => (each.id === id ? changed : each));
    return document.form.map((section) => (section.id === from.id ? { ...section, questions } : section));
  }
  if (from.questions.length === 1) throw refusal('programs.last-question', { title: from.title });
  return document.form.map((section) => {
    if (section.id === into.id) return { ...section, questions: [...section.questions, changed] };
    return { ...section, questions: section.questions.filter((each) => each.id !== id) };
  });
}

export function movedQuestion(form: Form, id: string, way: Way): Form {
  const { question, section: from } = findQuestion(form, id);
  const questions = moved(from.questions, from.questions.indexOf(question), way);
  return form.map((section) => (section.id === from.id ? { ...section, questions } : section));
}

/** Refused while something refers to it, and where it is the only one of its section. */
export function withoutQuestion(document: AskedForm, id: string): Form {
  const { question, section: from } = findQuestion(document.form, id);
  const users = usersOfQuestions(document, [id]);
  if (users.length > 0) {
    throw refusal('programs.question-in-use', { label: question.label, users: users.join('、') });
  }
  if (from.questions.length === 1) throw refusal('programs.last-question', { title: from.title });
  const questions = from.questions.filter((each) => each.id !== id);
  return document.form.map((section) => (section.id === from.id ? { ...section, questions } : section));
}

function refuseLostOptions(
  document: AskedForm,
  { id, options }: Extract<Question, { kind: 'choice' }>,
  { options: typed }: TypedQuestion,
): void {
  const kept = Array.isArray(typed) ? typed.map((option) => (option as { id: string }).id) : [];
  for (const option of options.filter((each) => !kept.includes(each.id))) {
    const users = usersOfOption(document, id, option.id);
    if (users.length === 0) continue;
    const params = { option: option.label, users: users.join('、') };
    throw DomainError.invalid([{ pointer: 'options[0].label', code: 'programs.option-in-use', params }]);
  }
}

/** One step; at the end of the list nothing happens. */
export function moved<Item>(items: readonly Item[], index: number, way: Way): Item[] {
  const target = way === 'up' ? index - 1 : index + 1;
  const [one, other] = [items[index], items[target]];
  if (one === undefined || other === undefined) return [...items];
  return items.map((item, position) => (position === index ? other : position === target ? one : item));
}

const refusal = (code: string, params: ErrorParams): DomainError =>
  DomainError.invalid([{ pointer: '', code, params }]);
