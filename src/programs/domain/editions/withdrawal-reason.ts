import type { Fault } from '../../../kernel/domain-error.js';

const LONGEST_REASON = 300;

/** Why an edition is taken back: it stays on record. Faults at `reason`. */
export function withdrawalReasonFaults(reason: string): Fault[] {
  if (reason === '') return [{ pointer: 'reason', code: 'programs.withdrawal-reason-missing' }];
  if ([...reason].length <= LONGEST_REASON) return [];
  return [{ pointer: 'reason', code: 'forms.too-long', params: { label: '取り消す理由', most: LONGEST_REASON } }];
}
