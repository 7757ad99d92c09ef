import { DomainError } from '../../kernel/domain-error.js';
import { parseYen, type Yen } from '../../kernel/yen.js';

/** The amount typed into the field `pointer`; blank (`missing`) or unreadable, the fault stands there. */
export function typedYen(typed: string, pointer: string, missing: string): Yen {
  try {
    const amount = parseYen(typed);
    if (amount !== null) return amount;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw DomainError.invalid([{ pointer, code: error.code, params: error.params }]);
  }
  throw DomainError.invalid([{ pointer, code: missing }]);
}
