import { pointsOf } from '../../../kernel/verification-sheet.js';
import { groupDigits } from '../../../kernel/yen.js';
import type { ProgramDocument } from '../program-document.js';

/** What an edition says of 検証. */
export function verificationInWords({
  verification,
}: Pick<ProgramDocument, 'verification'>): { key: string; label: string; words: string }[] {
  if (!verification) return [{ key: 'none', label: '検証', words: '行わない' }];
  const { days, article, panel } = verification;
  const until = `額の確定の翌日から${groupDigits(days)}日まで`;
  return [
    { key: 'days', label: '検証の期限', words: article === '' ? until : `${until}（${article}）` },
    { key: 'panel', label: '審査会の意見', words: panel ? '求める' : '求めない' },
    ...pointsOf(verification).map(({ id, label, hint, options }) => ({
      key: `point.${id}`,
      label: `検証の項目「${label}」`,
      words: [options.map((option) => option.label).join('、'), hint].filter((line) => line !== '').join('\n'),
    })),
  ];
}
