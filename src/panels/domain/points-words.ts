import { applyRatio, type Ratio } from '../../kernel/ratio.js';
import type { Rubric } from '../../kernel/rubric.js';
import type { Yen } from '../../kernel/yen.js';
import type { Shortfall } from './score.js';

/** How points that are no whole number are printed, as the pages say it. */
export const POINTS_ROUNDING = '小数第3位を四捨五入';

/** `71`, `71.67`: for reading alone, at most two places (小数第3位を四捨五入); what is compared stays exact. */
export function formatPoints(points: Ratio): string {
  const hundredths = applyRatio(100n as Yen, points, { unit: 1n, mode: 'half-up' });
  const [whole, rest] = [hundredths / 100n, hundredths % 100n];
  return rest === 0n ? String(whole) : `${String(whole)}.${String(rest).padStart(2, '0')}`;
}

/** Why a case falls short, in one sentence; exact where rounding would hide it. */
export function shortfallInWords({ criteria }: Rubric, shortfall: Shortfall): string {
  const { reached, least } = shortfall;
  const what =
    shortfall.kind === 'floor'
      ? `「${criteria.find(({ id }) => id === shortfall.criterionId)?.label ?? ''}」の平均`
      : shortfall.of === 'mean'
        ? '平均'
        : '合計';
  return `${what}${pointsBelow(reached, least)}が、基準の${formatPoints(least)}点に達していません。`;
}

function pointsBelow(reached: Ratio, least: Ratio): string {
  const printed = formatPoints(reached);
  if (printed !== formatPoints(least)) return `${printed}点`;
  return `${printed}点（四捨五入の前は${String(reached.numerator)}/${String(reached.denominator)}点）`;
}

export const mostPoints = ({ criteria }: Rubric): number => criteria.reduce((sum, { most }) => sum + most, 0);
