/** A list is read at a glance; the whole stands on the page of the grant. */
const LONGEST = 90;

/** The first words of an answer; a pair of surrogates is one. */
export function inShort(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ').trim()];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : letters.join('');
}
