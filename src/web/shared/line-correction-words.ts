import type { BudgetLine } from '../../budgets/index.js';
import type { NamedCarry, NamedCorrection } from '../../closing/index.js';

export const CORRECTION_STATE: Readonly<Record<NamedCorrection['state'], string>> = {
  ordered: '会計の確認待ち',
  done: '更正済み',
  returned: '会計が返した',
  withdrawn: '取下げ',
};

export const CARRY_STATE: Readonly<Record<NamedCarry['state'], string>> = {
  ...CORRECTION_STATE,
  done: '繰越し済み',
};

/** `02-01-07-18-001 運営交付金`. */
export const lineInWords = ({ code, name }: Pick<BudgetLine, 'code' | 'name'>): string => `${code} ${name}`;
