import { describe, expect, it } from '@jest/globals';
import { ZERO_YEN } from '../../kernel/yen.js';
import type { AskedBudget } from './planned-budget.js';
import { costsUnder, countedAnswers } from './rule-trial.js';
import type { StoredLine } from './stored-budget.js';
import type { SubmittedContent } from './submission.js';

type Treatment = AskedBudget['expenditure'][number]['treatment'];
const asked = (treatments: Readonly<Record<string, Treatment>>): AskedBudget => ({
  ...{ grantLabel: '交付金', basis: true, taxCredit: true },
  income: [
    { id: 'fees', label: '参加費', deducted: true },
    { id: 'own', label: '自己資金', deducted: false },
  ],
  expenditure: Object.entries(treatments).map(([id, treatment]) => ({
    id,
    label: id,
    treatment,
    article: '',
    limits: [],
  })),
});
const line = (category: string, amount: string, eligible: boolean | null): StoredLine => ({
  ...{
    id: `${category}-${amount}`,
    category,
    label: category,
    amount,
    remark: '',
    basis: '',
    reason: '',
    warnings: [],
  },
  eligible,
});
const content = (...expenditure: readonly StoredLine[]): SubmittedContent => ({
  applicant: { name: '', address: '', representative: { role: '', name: '' }, wards: [] },
  ...{ facts: {}, working: { lines: [], total: '0' }, answers: [], files: [] },
  budget: {
    income: [line('fees', '20000', null), line('own', '5000', null)],
    expenditure,
    taxCredit: { kind: 'amount', amount: '1000' },
  },
});

describe('what was sent, by the categories of another edition', () => {
  const then = asked({ rent: 'eligible', food: 'ineligible', print: 'consult' });

  it('follows the category where nobody had said otherwise', () => {
    const now = asked({ rent: 'ineligible', food: 'eligible', print: 'eligible' });
    const sent = content(line('rent', '30000', true), line('food', '4000', false), line('print', '500', true));
    expect(costsUnder(now, then, sent)).toEqual({
      ...{ costs: { rent: ZERO_YEN, food: 4000n, print: 500n }, otherIncome: 20000n, taxCredit: 1000n },
      lost: [],
    });
  });

  it('keeps what the applicant had said of a line', () => {
    const now = asked({ rent: 'eligible', food: 'ineligible', print: 'eligible' });
    const sent = content(line('rent', '30000', false), line('food', '4000', true));
    expect(costsUnder(now, then, sent).costs).toEqual({ rent: ZERO_YEN, food: 4000n, print: ZERO_YEN });
  });

  it('names the categories that are gone', () => {
    const sent = content(line('rent', '30000', true), line('rent', '100', true), line('print', '500', true));
    const { costs, lost } = costsUnder(asked({ print: 'eligible' }), then, sent);
    expect({ costs, lost }).toEqual({ costs: { print: 500n }, lost: ['rent'] });
  });

  it('reads numbers and choices out of the answers', () => {
    const answer = { section: 'plan', sectionTitle: '計画', label: '', text: '', table: null } as const;
    const answers = [
      { ...answer, id: 'people', kind: 'number', value: '１，２０ 人' },
      { ...answer, id: 'venue', kind: 'choice', value: 'outdoors' },
      { ...answer, id: 'aim', kind: 'text', value: '5' },
    ] as const;
    expect(countedAnswers({ answers })).toEqual({ people: '120', venue: 'outdoors' });
  });
});
