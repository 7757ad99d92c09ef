/**
 * A code that is printed or written down and typed later: capitals and digits without the
 * pairs that look alike on paper (0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V). Fifteen random places give 66 bits,
 * so that guessing is hopeless; the sixteenth is a check, so that a slip of the finger is told as such.
 */
const ALPHABET = '34679ACDEFGHJKMNPQRTWXY';
const RANDOM_PLACES = 15;
const GROUP = 4;

/** Makes a code from random bytes; `randomPlace` must give an integer from 0 up to, not including, `below`. */
export function makePrintedCode(randomPlace: (below: number) => number): string {
  const places = Array.from({ length: RANDOM_PLACES }, () => randomPlace(ALPHABET.length));
  return group([...places, checkPlace(places)].map((place) => ALPHABET.charAt(place)).join(''));
}

/** Reads a typed code: width, case, spaces and hyphens do not matter. Else says why it cannot have been printed. */
export function readPrintedCode(typed: string): { readonly code: string } | { readonly fault: 'missing' | 'mistyped' } {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―−ー]/g, '');
  if (text === '') return { fault: 'missing' };
  const places = Array.from(text, (character) => ALPHABET.indexOf(character));
  const isPrintable = places.length === RANDOM_PLACES + 1 && places.every((place) => place >= 0);
  return isPrintable && checkPlace(places.slice(0, -1)) === places.at(-1)
    ? { code: group(text) }
    : { fault: 'mistyped' };
}

const group = (text: string): string => (text.match(new RegExp(`.{${String(GROUP)}}`, 'g')) ?? []).join('-');

/**
 * Weighted sum modulo the prime length of the alphabet, with a different weight for each place:
 * finds every single wrong character and every exchange of two.
 */
function checkPlace(places: readonly number[]): number {
  return places.reduce((sum, place, index) => sum + place * (index + 2), 0) % ALPHABET.length;
}
