import type { BudgetChange, BudgetLineLedger, ChangeKind } from '../../budgets/index.js';

export const CHANGE: Readonly<Record<ChangeKind, string>> = {
  supplement: '補正予算',
  transfer: '流用',
  allotment: '配当',
};

export const linePath = (lineId: string): string => `staff/budget/${lineId}`;

/** `流用（事業補助金へ）`, `補正予算の取消`. */
export function changeInWords(change: BudgetChange, { line, neighbours }: BudgetLineLedger): string {
  const act = `${CHANGE[change.kind]}${change.reverses === null ? '' : 'の取消'}`;
  if (change.kind !== 'transfer') return act;
  const nameOf = (id: string | null): string => neighbours.find((each) => each.id === id)?.name ?? '';
  return change.lineId === line.id
    ? `${act}（${nameOf(change.toLineId)}へ）`
    : `${act}（${nameOf(change.lineId)}から）`;
}
