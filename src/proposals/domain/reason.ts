import type { Fault } from '../../kernel/domain-error.js';
import { countCharacters } from '../../kernel/text.js';

const LONGEST_REASON = 300;

/** A reason that is asked for: `missing` where nothing was typed, and no longer than 300 characters. */
export function reasonFaults(reason: string, pointer: string, missing: string): Fault[] {
  if (reason.trim() === '') return [{ pointer, code: missing }];
  if (countCharacters(reason.trim()) <= LONGEST_REASON) return [];
  return [{ pointer, code: 'forms.too-long', params: { label: '理由', most: LONGEST_REASON } }];
}
