import { type Answer, type Fields, type FormSection, type QuestionKind, type SectionName } from '../../forms/index.js';
import { typedAgain } from './carried-line.js';
import { BUDGET } from './form.js';
import { GRANT_LINE, type AskedBudget } from './planned-budget.js';
import { fieldsOf } from './sections.js';
import { restoreBudget } from './stored-budget.js';
import type { SubmittedContent } from './submission.js';
import { NO_TAX_CREDIT } from './tax-credit.js';
import { SIDES } from './typed-line.js';

/** Given once, with the application: an amendment brings its own papers and repeats no pledge. */
const STAYS: readonly QuestionKind[] = ['file', 'declaration'];

const stays = ({ kind }: { readonly kind: QuestionKind }): boolean => STAYS.includes(kind);

/** The questions that an amendment may answer otherwise; a section without any is left out. */
export const amendableForm = <Asked extends FormSection>(form: readonly Asked[]): Asked[] =>
  form
    .map((section) => ({ ...section, questions: section.questions.filter((question) => !stays(question)) }))
    .filter(({ questions }) => questions.length > 0);

/** What was sent, as the fields in which it is changed: the copy with which an amendment begins. */
export function fieldsOfSent(
  form: readonly FormSection[],
  asked: AskedBudget,
  { answers, budget }: SubmittedContent,
): ReadonlyMap<SectionName, Fields> {
  const sections = amendableForm(form).map(({ id, questions }): [SectionName, Fields] => {
    const own = new Set(questions.map((question) => question.id));
    const given = answers.filter((answer) => own.has(answer.id));
    return [id, fieldsOf({ answers: Object.fromEntries(given.map((answer) => [answer.id, answer.value])) })];
  });
  const sent = restoreBudget(budget);
  const lines = SIDES.flatMap((side) =>
    sent[side].filter(({ id }) => id !== GRANT_LINE).map((line) => typedAgain(asked, side, line, line.category)),
  );
  return new Map([...sections, [BUDGET, fieldsOf({ lines, taxCredit: sent.taxCredit ?? NO_TAX_CREDIT })]]);
}

/** The new answers in the order of the form, with those that stay. */
export function amendedAnswers(
  form: readonly FormSection[],
  before: readonly Answer[],
  now: readonly Answer[],
): Answer[] {
  const order = new Map(form.flatMap(({ questions }) => questions).map(({ id }, index) => [id, index]));
  const last = order.size;
  return [...now, ...before.filter(stays)].sort((a, b) => (order.get(a.id) ?? last) - (order.get(b.id) ?? last));
}
