import type { AmountRule, FactDefinition } from '../../../src/programs/index.js';

/** What the register says by itself. */
export const WARDS: FactDefinition = { id: 'wards', label: '行政区の数', unitLabel: '行政区', source: 'wards' };

/** A term that counts for everyone, every time, without an upper bound. */
export const PLAIN = { when: null, cap: null, timesPerYear: null } as const;

/** An amount that follows from its terms alone: nothing deducted, capped, rounded or shared out. */
export const UNADJUSTED: Omit<AmountRule, 'facts' | 'terms'> = {
  deductions: { otherIncome: false, taxCredit: false, article: '' },
  caps: [],
  rounding: null,
  overSubscription: null,
};
