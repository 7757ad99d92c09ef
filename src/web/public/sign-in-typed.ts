import type { Fault } from '../../kernel/domain-error.js';

/** What was typed into a field, to show it again; nothing when the field was missing or sent twice. */
export function textOf(body: unknown, field: string): string {
  const value = ((body ?? {}) as Record<string, unknown>)[field];
  return typeof value === 'string' ? value : '';
}

/** A password is typed blind: typing it twice finds the slip of the finger. */
export const differingPasswords = (typed: { password: string; passwordAgain: string }): Fault[] =>
  typed.password !== '' && typed.password !== typed.passwordAgain
    ? [{ pointer: 'passwordAgain', code: 'identity.password-differs' }]
    : [];
