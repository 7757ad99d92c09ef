import { newQuestion } from '../../forms/index.js';
import { STARTING_RULES, type ChecklistItem } from '../../programs/index.js';
import type { Loose } from './typed-program.js';

const CHECKLIST: readonly ChecklistItem[] = [
  { id: 'registered', text: '団体として登録されている', article: '', automatic: 'organization-registered' },
  { id: 'period', text: '受付期間のうちに提出されている', article: '', automatic: 'within-period' },
  { id: 'officers', text: '代表者の任期が提出の日に続いている', article: '', automatic: 'officer-term-valid' },
  { id: 'balance', text: '収支予算書の収入合計と支出合計が一致している', article: '', automatic: 'budget-balances' },
  { id: 'declared', text: '誓約事項のすべてに同意している', article: '', automatic: 'declarations-given' },
];

/** What a new programme begins with beside its name and days: enough to be saved, and all of it for the town to change. */
export const newProgram = (start: string): Loose => ({
  rule: (STARTING_RULES.find(({ name }) => name === start) ?? STARTING_RULES[0])?.rule,
  payment: { method: 'ordinary', settlement: false },
  checklist: CHECKLIST,
  form: [
    {
      id: 'plan',
      title: '計画',
      lead: '',
      questions: [{ ...newQuestion('text', 'aim', '今年度に目ざすこと'), required: true }],
    },
  ],
  budget: {
    grantLabel: '交付金',
    income: [{ id: 'dues', label: '会費・負担金', deducted: false }],
    expenditure: [{ id: 'activities', label: '活動費', treatment: 'eligible', note: '', article: '', limits: [] }],
    basis: false,
    taxCredit: false,
  },
  eligibleStart: { kind: 'day' },
  perYear: { most: 1, article: '' },
  withdrawalDays: 0,
  letters: { decision: { seal: 'space' } },
  conditions: [],
});
