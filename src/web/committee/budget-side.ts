import type { AskedBudget, Side, TypedLine } from '../../applications/index.js';

export const SIDE_LABEL: Readonly<Record<Side, string>> = { income: '収入の部', expenditure: '支出の部' };

/** Where the table of a side stands on the page. */
export const sideField = (side: Side): string => `budget[${side}]`;

/** A line as it was typed, in one sentence. */
export function lineInWords(asked: AskedBudget, line: TypedLine): string {
  const { side, category, remark, unitPrice, quantity, unit, amount, eligible, reason } = line;
  const label = asked[side].find(({ id }) => id === category)?.label ?? '（科目なし）';
  const basis = unitPrice === '' && quantity === '' ? '' : `${unitPrice}円 × ${quantity}${unit}`;
  const judged = eligible === '' ? '' : eligible === 'yes' ? '対象' : '対象外';
  const parts = [label, remark, basis, amount === '' ? '' : `${amount}円`, judged, reason];
  return parts.filter((part) => part !== '').join('　');
}
