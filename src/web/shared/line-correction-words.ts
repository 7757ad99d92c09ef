import type { BudgetLine } from '../../budgets/index.js';
import type { NamedCorrection } from '../../closing/index.js';

export const CORRECTION_STATE: Readonly<Record<NamedCorrection['state'], string>> = {
  ordered: '会計の確認待ち',
  done: '更正済み',
  returned: '会計が返した',
  withdrawn: '取下げ',
};

/** `02-01-07-18-001 運営交付金`. */
export const lineInWords = ({ code, name }: Pick<BudgetLine, 'code' | 'name'>): string => `${code} ${name}`;
