import type { AmountRule, BudgetForm } from '../../../src/programs/index.js';

/** What a project subsidy asks of a budget: unit prices, eligibility, limits and the tax credit. */
export const PROJECT_BUDGET: BudgetForm = {
  grantLabel: '事業補助金',
  income: [
    { id: 'own', label: '自己資金', deducted: false },
    { id: 'fees', label: '参加費', deducted: true },
  ],
  expenditure: [
    {
      ...{ id: 'rewards', label: '報償費', treatment: 'eligible', note: '講師への謝礼など。', article: '別表（見本）' },
      limits: [{ label: '講師謝礼', unit: '人', yen: '30000', article: '別表（見本）' }],
    },
    { id: 'supplies', label: '消耗品費', treatment: 'eligible', note: '', article: '', limits: [] },
    { id: 'goods', label: '備品費', treatment: 'consult', note: '', article: '', limits: [] },
    { id: 'food', label: '食糧費', treatment: 'ineligible', note: '', article: '別表（見本）', limits: [] },
  ],
  basis: true,
  taxCredit: true,
};

/** Half of the eligible cost after other income and tax credit, cut to 1,000円, at most 500,000円. */
export const HALF_OF_THE_COST: AmountRule = {
  facts: [],
  terms: [
    {
      ...{ kind: 'rate', label: '事業補助', article: '第5条（見本）', rate: [1, 2], of: 'all' },
      ...{ when: null, cap: null, timesPerYear: null },
    },
  ],
  deductions: { otherIncome: true, taxCredit: true, article: '第5条（見本）' },
  caps: [{ kind: 'yen', yen: '500000', label: '補助上限', article: '第5条（見本）' }],
  rounding: { unit: 1000, mode: 'down', on: 'sum', article: '第5条（見本）' },
  overSubscription: null,
};
