import {
  CLAIM_CLASS_LABELS,
  REFUND_PART_LABELS,
  type ChargeTerms,
  type YearCount,
} from '../../../kernel/refund-terms.js';
import { groupDigits } from '../../../kernel/yen.js';
import { refundTermsOf, type ProgramDocument } from '../program-document.js';

interface Said {
  readonly key: string;
  readonly label: string;
  readonly words: string;
}

export const YEAR_COUNT_LABELS: Readonly<Record<YearCount, string>> = {
  'always-365': 'うるう年も365日',
  calendar: 'うるう年は366日',
};

/** How an edition takes money back. */
export function refundInWords(document: Pick<ProgramDocument, 'refund'>): Said[] {
  const { article, days, claimClass, addition, lateCharge, allocation, payAt, formLabel } = refundTermsOf(document);
  return [
    { key: 'days', label: '返還の期限', words: withArticle(`通知の翌日から${groupDigits(days)}日まで`, article) },
    { key: 'class', label: '債権の種類', words: CLAIM_CLASS_LABELS[claimClass] },
    { key: 'addition', label: '加算金', words: chargeInWords(addition) },
    { key: 'late', label: '延滞金', words: chargeInWords(lateCharge) },
    { key: 'order', label: '一部の支払', words: allocation.map((part) => REFUND_PART_LABELS[part]).join('、') },
    { key: 'place', label: '納める場所', words: payAt === '' ? '書かない' : payAt },
    { key: 'form', label: '返還命令書', words: formLabel ?? '様式番号なし' },
  ];
}

function chargeInWords(terms: ChargeTerms | null): string {
  if (!terms) return 'とらない';
  const { article, percent, yearCount, baseUnit, unit, least } = terms;
  const parts = [
    `年${percent}％`,
    YEAR_COUNT_LABELS[yearCount],
    ...(baseUnit > 1 ? [`もとの額の${groupDigits(baseUnit)}円未満切捨て`] : []),
    ...(unit > 1 ? [`${groupDigits(unit)}円未満切捨て`] : []),
    ...(least > 0 ? [`${groupDigits(least)}円未満はとらない`] : []),
  ];
  return withArticle(parts.join('、'), article);
}

const withArticle = (words: string, article: string): string => (article === '' ? words : `${words}（${article}）`);
