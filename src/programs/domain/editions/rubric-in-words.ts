import { groupDigits } from '../../../kernel/yen.js';
import type { ConflictRule, Criterion, Rubric } from '../../../kernel/rubric.js';

const CONFLICT_WORDS: Readonly<Record<ConflictRule, string>> = {
  out: '合計にも平均にも入れない',
  mean: 'ほかの委員の平均点を付けたものとする',
};

/** `公益性（10点、4点未満は不採択）` with its hint. */
export function criterionInWords({ label, hint, most, floor }: Criterion): string {
  const points = `${label}（${groupDigits(most)}点${floor === null ? '' : `、平均${groupDigits(floor)}点未満は不採択`}）`;
  return hint === '' ? points : `${points}\n${hint}`;
}

/** What else a rubric says, each with its name. */
export function rubricRules({ criteria, least, conflictRule, tieBreak, article }: Rubric): [string, string, string][] {
  const labelOf = (id: string): string => criteria.find((each) => each.id === id)?.label ?? id;
  const [points = 0, below = 1] = least?.points ?? [];
  const asked = below === 1 ? `${groupDigits(points)}点` : `${String(points)}/${String(below)}点`;
  return [
    ['least', '最低基準', least ? `委員の${least.of === 'mean' ? '平均' : '合計'}が${asked}以上` : 'なし'],
    ['conflictRule', '利害関係のある委員の点', CONFLICT_WORDS[conflictRule]],
    ['tieBreak', '同点のときに比べる評価項目', tieBreak.map(labelOf).join('、') || 'なし'],
    ['article', '根拠', article],
  ];
}
