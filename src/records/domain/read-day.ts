import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { parseDay, type LocalDate } from '../../kernel/local-date.js';

/** A day as it was typed; null for a blank field, or for one that cannot be read, with its fault at `pointer`. */
export function readDay(
  typed: string,
  pointer: string,
  label: string,
): { readonly day: LocalDate | null; readonly faults: Fault[] } {
  try {
    return { day: parseDay(typed), faults: [] };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { day: null, faults: [{ pointer, code: 'common.day-unreadable', params: { label } }] };
  }
}

/** The same where the field may not stay blank. */
export function readNeededDay(typed: string, pointer: string, label: string): ReturnType<typeof readDay> {
  const read = readDay(typed, pointer, label);
  if (read.day !== null || read.faults.length > 0) return read;
  return { day: null, faults: [{ pointer, code: 'common.day-missing', params: { label } }] };
}
