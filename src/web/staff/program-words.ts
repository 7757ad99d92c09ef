import type { AutomaticCheck, QuestionKind } from '../../programs/index.js';
import type { Choice } from '../shared/index.js';

const WORDS: Readonly<Record<AutomaticCheck, string>> = {
  'within-period': '受付期間のうちか',
  'organization-registered': '団体が登録されているか',
  'officer-term-valid': '代表者の任期が続いているか',
  'budget-balances': '収入と支出が一致しているか',
  'declarations-given': '誓約がそろっているか',
  'start-allowed': '事業の始まりが対象となる期間のうちか',
  'over-yearly-count': '年度に申請できる件数のうちか',
  'pledge-inquiry': '暴力団排除の照会に該当なしの回答があるか',
};

/** The checks that the system can answer itself, as choices of a form. */
export const AUTOMATIC_LABELS: readonly Choice[] = Object.entries(WORDS).map(([value, label]) => ({ value, label }));

const KIND_WORDS: Readonly<Record<QuestionKind, string>> = {
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

export const kindInWords = (kind: unknown): string => KIND_WORDS[kind as QuestionKind];

/** The kinds that the plain form can add; it shows and keeps all the others. */
export const ADDED_KINDS: readonly Choice[] = (['text', 'file', 'declaration'] as const).map((value) => ({
  value,
  label: KIND_WORDS[value],
}));
