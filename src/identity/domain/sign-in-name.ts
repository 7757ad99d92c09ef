import type { Fault } from '../../kernel/domain-error.js';

const SHORTEST = 3;
const LONGEST = 40;

/** Folds what people type (full-width letters, capitals, stray spaces) to the one stored form. */
export const foldSignInName = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

/** Faults of a chosen sign-in name, already folded. */
export function signInNameFaults(name: string, pointer = 'signInName'): Fault[] {
  if (name === '') return [{ pointer, code: 'identity.sign-in-name-missing' }];
  const length = Array.from(name).length;
  if (length < SHORTEST || length > LONGEST) {
    return [{ pointer, code: 'identity.sign-in-name-length', params: { shortest: SHORTEST, longest: LONGEST } }];
  }
  if (!/^[a-z0-9][a-z0-9._@-]*$/.test(name)) return [{ pointer, code: 'identity.sign-in-name-characters' }];
  return [];
}
