/** How a question is answered. A new kind is added here, read in `read-form.ts`, and answered in `read-answer.ts`. */
export const QUESTION_KINDS = [
  'text',
  'number',
  'yen',
  'date',
  'period',
  'choice',
  'table',
  'file',
  'declaration',
  'place',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export const QUESTION_KIND_LABELS: Readonly<Record<QuestionKind, string>> = {
  text: '文章',
  number: '数',
  yen: '金額',
  date: '日付',
  period: '期間',
  choice: '選択',
  table: '表',
  file: '添付書類',
  declaration: '誓約',
  place: '場所',
};

export const COLUMN_KINDS = ['text', 'number', 'yen', 'date'] as const;

/** One of the answers that a choice offers, or a column of a table. */
export interface QuestionOption {
  readonly id: string;
  readonly label: string;
}

export interface TableColumn extends QuestionOption {
  readonly kind: (typeof COLUMN_KINDS)[number];
}

interface QuestionBase {
  /** Answers are stored under it; unique in the whole document. */
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly required: boolean;
  /** Asked only where an earlier choice holds this option; null: always. */
  readonly when: { readonly question: string; readonly is: string } | null;
}

export type Question = QuestionBase &
  (
    | { readonly kind: 'text'; readonly maxLength: number; readonly lines: 'one' | 'many' }
    | { readonly kind: 'number'; readonly unit: string; readonly least: number; readonly most: number }
    /** `most` in digits only, because JSON numbers are not integers. */
    | { readonly kind: 'yen'; readonly most: string }
    | { readonly kind: 'date' }
    | { readonly kind: 'period' }
    | { readonly kind: 'choice'; readonly options: readonly QuestionOption[]; readonly many: boolean }
    | { readonly kind: 'table'; readonly columns: readonly TableColumn[]; readonly mostRows: number }
    | { readonly kind: 'file'; readonly many: boolean }
    /** The sentence that the applicant agrees to; the label is what both sides call it. */
    | { readonly kind: 'declaration'; readonly text: string }
    | { readonly kind: 'place' }
  );
export type QuestionOf<Kind extends QuestionKind> = Extract<Question, { readonly kind: Kind }>;

/** A page of a form, with its questions in order. */
export interface FormSection {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly questions: readonly Question[];
}

/** The questions whose answers a rule may count by: one number or one of several options, asked of everybody. */
export const countableQuestions = (form: readonly FormSection[]): string[] =>
  form
    .flatMap(({ questions }) => questions)
    .filter((question) => question.kind === 'number' || (question.kind === 'choice' && !question.many))
    .filter(({ when }) => when === null)
    .map(({ id }) => id);
