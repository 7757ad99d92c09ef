import type { AutomaticCheck } from '../../programs/index.js';
import type { Choice } from '../shared/index.js';

const WORDS: Readonly<Record<AutomaticCheck, string>> = {
  'within-period': '受付期間のうちか',
  'organization-registered': '団体が登録されているか',
  'officer-term-valid': '代表者の任期が続いているか',
  'budget-balances': '収入と支出が一致しているか',
  'declarations-given': '誓約がそろっているか',
};

/** The checks that the system can answer itself, as choices of a form. */
export const AUTOMATIC_LABELS: readonly Choice[] = Object.entries(WORDS).map(([value, label]) => ({ value, label }));
