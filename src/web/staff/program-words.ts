import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import { AUTOMATIC_CHECK_LABELS, type ProgramVersion, type RuleTerm } from '../../programs/index.js';
import {
  QUESTION_KIND_LABELS,
  QUESTION_KINDS,
  type FormSection,
  type Question,
  type QuestionKind,
} from '../../forms/index.js';
import type { Choice } from '../shared/index.js';

/** The checks that the system can answer itself, as choices of a form. */
export const AUTOMATIC_LABELS: readonly Choice[] = Object.entries(AUTOMATIC_CHECK_LABELS).map(([value, label]) => ({
  value,
  label,
}));

export const kindInWords = (kind: QuestionKind): string => QUESTION_KIND_LABELS[kind];

/** Every kind of question, to choose one for a new question. */
export const KIND_CHOICES: readonly Choice[] = QUESTION_KINDS.map((value) => ({
  value,
  label: QUESTION_KIND_LABELS[value],
}));

export const TERM_WORDS: Readonly<Record<RuleTerm['kind'], string>> = {
  flat: '定額',
  'per-unit': '数えるものごと',
  banded: '段に分けて',
  'by-class': '区分ごと',
  share: '総額からの配分',
  rate: '補助率',
};

/** When a question is asked, as staff read it: blank for one that is asked of everybody. */
export function conditionInWords(form: readonly FormSection[], when: Question['when']): string {
  if (!when) return '';
  const choice = form.flatMap(({ questions }) => questions).find(({ id }) => id === when.question);
  const option = choice?.kind === 'choice' ? choice.options.find(({ id }) => id === when.is) : undefined;
  return `「${choice?.label ?? when.question}」に「${option?.label ?? when.is}」と答えたときだけ`;
}

/** `令和8年度 第2版`. */
export const editionInWords = ({ document, number }: Pick<ProgramVersion, 'document' | 'number'>): string =>
  `${formatFiscalYear(document.fiscalYear)} 第${String(number)}版`;
