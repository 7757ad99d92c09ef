import type { Choice } from '../shared/index.js';
import { PAYMENT_CHOICES } from './program-basics.js';
import { TREATMENT_CHOICES } from './program-budget.js';
import { FormValues } from './program-form-values.js';
import { SEAL_CHOICES } from './program-letters.js';
import { CONFLICT_CHOICES } from './program-panel.js';
import { MODE_CHOICES, OVER_CHOICES, ROUNDED_CHOICES } from './program-rounding.js';
import { START_CHOICES } from './program-schedule.js';
import { AUTOMATIC_LABELS } from './program-words.js';

const CHOICES: readonly Choice[] = [
  ...PAYMENT_CHOICES,
  ...START_CHOICES,
  ...TREATMENT_CHOICES,
  ...AUTOMATIC_LABELS,
  ...SEAL_CHOICES,
  ...MODE_CHOICES,
  ...ROUNDED_CHOICES,
  ...OVER_CHOICES,
  ...CONFLICT_CHOICES,
];

/** The words of a choice for its code, a stored day in the calendar of the house, other codes not at all. */
export function textInWords(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return FormValues.stored({ text }).day('text');
  const choice = CHOICES.find(({ value }) => value === text);
  return choice?.label ?? (/^[a-z][a-z0-9-]*$/.test(text) ? '' : text);
}
