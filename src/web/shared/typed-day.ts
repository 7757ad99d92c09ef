import { DomainError } from '../../kernel/domain-error.js';
import { parseDay, type LocalDate } from '../../kernel/local-date.js';

/** The day typed into the field `pointer`; blank or unreadable, the fault stands there and names the field by its label. */
export function typedDay(typed: string, pointer: string, label: string): LocalDate {
  const refuse = (code: string): DomainError => DomainError.invalid([{ pointer, code, params: { label } }]);
  let day: LocalDate | null;
  try {
    day = parseDay(typed);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw refuse('common.day-unreadable');
  }
  if (day === null) throw refuse('common.day-missing');
  return day;
}

/** The same where the field may stay blank. */
export const optionalDay = (typed: string, pointer: string, label: string): LocalDate | null =>
  typed.trim() === '' ? null : typedDay(typed, pointer, label);
