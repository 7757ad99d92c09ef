import { DomainError } from '../../kernel/domain-error.js';
import { parseDay, type LocalDate } from '../../kernel/local-date.js';

/** The day typed into the field `pointer`; a fault stands at that field, blank or unreadable alike. */
export function typedDay(typed: string, pointer: string): LocalDate {
  try {
    const day = parseDay(typed);
    if (day !== null) return day;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw DomainError.invalid([{ pointer, code: error.code, params: error.params }]);
  }
  throw DomainError.invalid([{ pointer, code: 'common.required' }]);
}
