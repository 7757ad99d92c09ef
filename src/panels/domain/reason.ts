import { DomainError } from '../../kernel/domain-error.js';
import { LONGEST_REASON } from './meeting.js';

/** A reason that stays on the record. Fault at `pointer` where it is missing or too long. */
export function readReason(typed: string, pointer: string, missing: string): string {
  const reason = typed.trim();
  if (reason === '') throw DomainError.invalid([{ pointer, code: missing }]);
  if ([...reason].length > LONGEST_REASON) {
    throw DomainError.invalid([{ pointer, code: 'common.too-long', params: { max: LONGEST_REASON } }]);
  }
  return reason;
}
