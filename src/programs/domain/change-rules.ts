import type { LocalDate } from '../../kernel/local-date.js';
import type { DocumentReader } from '../../forms/index.js';

/** What a programme says of a grant after its decision: when a change needs approval, and the articles of each act. */
export interface ChangeRules {
  /** A change of 総事業費 by more than this many percent needs approval; null: the total does not matter. */
  readonly totalPercent: number | null;
  /** The same of any category of the expenditure; null: moving money between categories never needs approval. */
  readonly categoryPercent: number | null;
  /** Articles, blank where the rule has none: 変更, 中止・廃止, 取消し, 状況報告. */
  readonly article: string;
  readonly discontinuationArticle: string;
  readonly revocationArticle: string;
  readonly reportArticle: string;
  /** The day by which every organisation reports how far it has come; null: only when staff ask. */
  readonly progressDue: LocalDate | null;
}

/** Of editions that say nothing of changes: whatever moves needs approval, which harms nobody. */
export const EVERY_CHANGE: ChangeRules = {
  totalPercent: 0,
  categoryPercent: 0,
  article: '',
  discontinuationArticle: '',
  revocationArticle: '',
  reportArticle: '',
  progressDue: null,
};

export function readChangeRules(parent: DocumentReader): ChangeRules {
  if (!parent.given('changes')) return EVERY_CHANGE;
  const reader = parent.within('changes');
  const percent = (field: string, label: string): number | null => reader.optionalWhole(field, label, 0, 100);
  const article = (field: string, label: string): string => reader.optionalText(field, label, 60);
  return {
    totalPercent: percent('totalPercent', '総事業費の増減の割合'),
    categoryPercent: percent('categoryPercent', '科目ごとの増減の割合'),
    article: article('article', '変更の承認の条'),
    discontinuationArticle: article('discontinuationArticle', '中止・廃止の承認の条'),
    revocationArticle: article('revocationArticle', '取消しの条'),
    reportArticle: article('reportArticle', '状況報告の条'),
    progressDue: reader.given('progressDue') ? reader.day('progressDue', '状況報告の期限') : null,
  };
}

/** `20％を超える増減`. */
const overPercent = (percent: number): string =>
  percent === 0 ? 'わずかでも変わるとき' : `${String(percent)}％を超えて増減するとき`;

/** When a change needs approval, one sentence each; empty where no figure matters. */
export const thresholdsInWords = ({ totalPercent, categoryPercent }: ChangeRules): string[] => [
  ...(totalPercent === null ? [] : [`支出の合計が${overPercent(totalPercent)}`]),
  ...(categoryPercent === null ? [] : [`支出のいずれかの科目が${overPercent(categoryPercent)}`]),
];
