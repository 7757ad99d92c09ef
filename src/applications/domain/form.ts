import type { FormSection, Question, QuestionKind } from '../../forms/index.js';

/** The section that is not of the form: the 収支予算書. */
export const BUDGET = 'budget';

interface Journeyed {
  readonly id: string;
  readonly questions: readonly { readonly kind: QuestionKind }[];
}

/**
 * The sections in the order in which they are filled in: the 収支予算書 follows what is written and stands before
 * what is only attached and pledged.
 */
export function journeyOf(form: readonly Journeyed[]): string[] {
  const ids = form.map(({ id }) => id);
  const end = form.findIndex(({ questions }) =>
    questions.every(({ kind }) => kind === 'file' || kind === 'declaration'),
  );
  return end === -1 ? [...ids, BUDGET] : ids.toSpliced(end, 0, BUDGET);
}

/**
 * The section to which a place belongs (`form.aim`, `form.dates.r1.where`, `budget.l1`); the 規約 of the register are
 * spoken of where the first files are added.
 */
export function sectionOf(form: readonly FormSection[], pointer: string): string {
  const [first, question] = pointer.split('.');
  if (first === BUDGET) return BUDGET;
  const holding = (holds: (asked: Question) => boolean) => form.find(({ questions }) => questions.some(holds));
  const section =
    holding(({ id }) => first === 'form' && id === question) ??
    holding(({ kind }) => first === 'files' && kind === 'file') ??
    form.at(-1);
  return section?.id ?? BUDGET;
}
