/** The application form of the programme, as far as answers are read and judged by it. */
export interface FormSection {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly Question[];
}

interface QuestionBase {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  /** Asked only where that earlier choice holds this option; null: always. */
  readonly when: { readonly question: string; readonly is: string } | null;
}

export interface Option {
  readonly id: string;
  readonly label: string;
}

export interface Column extends Option {
  readonly kind: 'text' | 'number' | 'yen' | 'date';
}

export type Question = QuestionBase &
  (
    | { readonly kind: 'text'; readonly maxLength: number }
    | { readonly kind: 'number'; readonly unit: string; readonly least: number; readonly most: number }
    | { readonly kind: 'yen'; readonly most: string }
    | { readonly kind: 'date' }
    | { readonly kind: 'period' }
    | { readonly kind: 'choice'; readonly options: readonly Option[]; readonly many: boolean }
    | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly mostRows: number }
    | { readonly kind: 'file' }
    | { readonly kind: 'declaration'; readonly text: string }
    | { readonly kind: 'place' }
  );
export type QuestionKind = Question['kind'];
export type QuestionOf<Kind extends QuestionKind> = Extract<Question, { readonly kind: Kind }>;

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
