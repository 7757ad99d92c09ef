import { DomainError } from '../../kernel/domain-error.js';
import { parseTime } from '../../kernel/local-date.js';

/** The time typed into the field `pointer` as `14:00`, null where it is blank; unreadable, the fault stands there. */
export function typedTime(typed: string, pointer: string): string | null {
  try {
    return parseTime(typed);
  } catch (error) {
    if (error instanceof DomainError) throw DomainError.invalid([{ pointer, code: error.code }]);
    throw error;
  }
}
