import { DomainError } from '../../kernel/domain-error.js';

/**
 * A code that is printed, handed over at the counter and typed once: capitals and digits without the
 * pairs that look alike on paper (0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V). Fifteen random places give 66 bits,
 * so that guessing is hopeless; the sixteenth is a check, so that a slip of the finger is told as such.
 */
const ALPHABET = '34679ACDEFGHJKMNPQRTWXY';
const RANDOM_PLACES = 15;
const GROUP = 4;

/** Makes a code from random bytes; `randomPlaces` must give that many integers from 0 up to, not including, `below`. */
export function makePrintedCode(randomPlace: (below: number) => number): string {
  const places = Array.from({ length: RANDOM_PLACES }, () => randomPlace(ALPHABET.length));
  return group([...places, checkPlace(places)].map((place) => ALPHABET.charAt(place)).join(''));
}

/** Reads a typed code: width, case, spaces and hyphens do not matter. Throws when it cannot have been printed. */
export function readPrintedCode(typed: string): string {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―−ー]/g, '');
  if (text === '') throw new DomainError('identity.code-missing', 'invalid', {}, [fault('identity.code-missing')]);
  const places = Array.from(text, (character) => ALPHABET.indexOf(character));
  const isPrintable = places.length === RANDOM_PLACES + 1 && places.every((place) => place >= 0);
  if (!isPrintable || checkPlace(places.slice(0, -1)) !== places.at(-1)) {
    throw new DomainError('identity.code-mistyped', 'invalid', {}, [fault('identity.code-mistyped')]);
  }
  return group(text);
}

const fault = (code: string): { pointer: string; code: string } => ({ pointer: 'code', code });

const group = (text: string): string => (text.match(new RegExp(`.{${String(GROUP)}}`, 'g')) ?? []).join('-');

/**
 * Weighted sum modulo the prime length of the alphabet, with a different weight for each place:
 * finds every single wrong character and every exchange of two.
 */
function checkPlace(places: readonly number[]): number {
  return places.reduce((sum, place, index) => sum + place * (index + 2), 0) % ALPHABET.length;
}
