import type { Fault } from '../../kernel/domain-error.js';

/**
 * Length before composition (NIST SP 800-63B): rules about digits and symbols make volunteers write
 * the password on the screen's edge, and refuse good long ones.
 */
const SHORTEST = 8;
const LONGEST = 128;

/** The first tries of every guesser; compared without case, spaces and the digits that people add at the end. */
const TRIVIAL = new Set([
  'password',
  'passw0rd',
  'qwerty',
  'qwertyui',
  'qwertyuiop',
  'asdfghjk',
  'iloveyou',
  'administrator',
  'welcome',
  'abc',
  'aiueo',
  'kakikukeko',
  'sakura',
  'pasuwado',
  'パスワード',
  'あいうえお',
]);

/** The form in which a password is hashed and compared: full-width typing gives the same password. */
export const foldPassword = (typed: string): string => typed.normalize('NFKC');

/** Faults of a chosen password (folded); `signInName` folded too. */
export function passwordFaults(password: string, signInName: string, pointer = 'password'): Fault[] {
  const length = Array.from(password).length;
  if (length === 0) return [{ pointer, code: 'identity.password-missing' }];
  if (length < SHORTEST) return [{ pointer, code: 'identity.password-too-short', params: { shortest: SHORTEST } }];
  if (length > LONGEST) return [{ pointer, code: 'identity.password-too-long', params: { longest: LONGEST } }];
  const plain = password.toLowerCase().replace(/\s/g, '');
  if (signInName !== '' && plain.includes(signInName)) return [{ pointer, code: 'identity.password-holds-name' }];
  if (isTrivial(plain)) return [{ pointer, code: 'identity.password-trivial' }];
  return [];
}

const isTrivial = (plain: string): boolean =>
  new Set(plain).size <= 2 || isSequence(plain) || TRIVIAL.has(plain) || TRIVIAL.has(plain.replace(/[\d!.]+$/, ''));

/** 12345678, 87654321, abcdefgh: every character one step from the one before. */
function isSequence(plain: string): boolean {
  const codes = Array.from(plain, (character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  // 1234567890 ends with a step back to zero.
  if (plain.endsWith('90')) steps.delete(-9);
  return steps.size === 1 && [1, -1].some((step) => steps.has(step));
}
