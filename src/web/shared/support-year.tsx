import type { SupportYear } from '../../applications/index.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import { Notice } from './feedback.js';

/** `2年目`; null while it is not known. */
export const supportYearInWords = ({ year, unitLabel }: SupportYear): string | null =>
  year === null ? null : `${String(year)}${unitLabel}`;

/** `令和8年度「…」`. */
export const earlierProjectName = ({ fiscalYear, title }: NonNullable<SupportYear['continues']>): string =>
  `${formatFiscalYear(fiscalYear)}「${title}」`;

/** Why it is that year, as a sentence. */
export function whySupportYear({ why, year, continues }: SupportYear): string {
  switch (why) {
    case 'figure':
      return '担当課が登録した年次です。';
    case 'organization':
      return year === 1
        ? 'この補助制度での、はじめての年度だからです。'
        : `この補助制度で審査を通った年度が、これまでに${String((year ?? 1) - 1)}回あるためです。`;
    case 'proposal':
      return '採択された企画提案から始まる、新しい事業だからです。';
    case 'new':
      return '新しい事業だからです。ほかの事業の年次は数えません。';
    case 'continued':
      return continues ? `${earlierProjectName(continues)}の続きだからです。` : '前の年度の事業の続きだからです。';
    case 'unsaid':
      return '前の年度の事業の続きか、新しい事業かが、まだ選ばれていません。選ぶまで、交付額を計算できません。';
  }
}

/** Told to who applies and to who checks it; nothing where the amount does not depend on it. */
export function SupportYearNotice({ support }: { support: SupportYear | null }) {
  if (!support) return null;
  const year = supportYearInWords(support);
  return (
    <Notice tone={year === null ? 'warning' : 'info'} title={`支援の年次：${year ?? '決まっていません'}`}>
      <p>{whySupportYear(support)}</p>
    </Notice>
  );
}
