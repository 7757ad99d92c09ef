import { DomainError } from '../../kernel/domain-error.js';
import { readPrintedCode as read } from '../../kernel/printed-code.js';

/** Reads a typed code (`kernel/printed-code.ts`). Throws DomainError `identity.code-*` when it cannot have been printed. */
export function readPrintedCode(typed: string): string {
  const answer = read(typed);
  if ('code' in answer) return answer.code;
  const code = `identity.code-${answer.fault}`;
  throw new DomainError(code, 'invalid', {}, [{ pointer: 'code', code }]);
}
