import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import {
  AUTOMATIC_CHECK_LABELS,
  QUESTION_KIND_LABELS,
  type ProgramVersion,
  type QuestionKind,
} from '../../programs/index.js';
import type { Choice } from '../shared/index.js';

/** The checks that the system can answer itself, as choices of a form. */
export const AUTOMATIC_LABELS: readonly Choice[] = Object.entries(AUTOMATIC_CHECK_LABELS).map(([value, label]) => ({
  value,
  label,
}));

export const kindInWords = (kind: unknown): string => QUESTION_KIND_LABELS[kind as QuestionKind];

/** The kinds that the plain form can add; it shows and keeps all the others. */
export const ADDED_KINDS: readonly Choice[] = (['text', 'file', 'declaration'] as const).map((value) => ({
  value,
  label: QUESTION_KIND_LABELS[value],
}));

/** `令和8年度 第2版`. */
export const editionInWords = ({ document, number }: Pick<ProgramVersion, 'document' | 'number'>): string =>
  `${formatFiscalYear(document.fiscalYear)} 第${String(number)}版`;
