import type { Side } from '../../applications/index.js';

export const SIDE_LABEL: Readonly<Record<Side, string>> = { income: '収入の部', expenditure: '支出の部' };
