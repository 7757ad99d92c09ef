/** A stretch of two texts that both have, or only the one before or the one after. */
export interface Stretch {
  readonly text: string;
  readonly in: 'both' | 'before' | 'after';
}

/** Beyond so many pairs of words two texts are told apart as wholes: comparing them would only take time. */
const MOST_PAIRS = 4_000_000;
const words = new Intl.Segmenter('ja', { granularity: 'word' });

const wordsOf = (text: string): string[] => [...words.segment(text)].map(({ segment }) => segment);

/**
 * Two texts as one line of stretches: those of `before` and `both` read the first text, those of `after` and `both` the
 * second. Japanese is parted into words, so that 「5月29日」 and 「6月1日」 differ in their numbers and not letter by letter.
 */
export function changedWords(before: string, after: string): Stretch[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const middle = aligned(old.slice(start, old.length - end), now.slice(start, now.length - end));
  const both = (some: readonly string[]): Stretch[] => some.map((text) => ({ text, in: 'both' }));
  return joined([...both(old.slice(0, start)), ...middle, ...both(old.slice(old.length - end))]);
}

/** By the longest common row of words. */
function aligned(old: readonly string[], now: readonly string[]): Stretch[] {
  const gone = (some: readonly string[]): Stretch[] => some.map((text) => ({ text, in: 'before' }));
  const added = (some: readonly string[]): Stretch[] => some.map((text) => ({ text, in: 'after' }));
  if (old.length * now.length > MOST_PAIRS) return [...gone(old), ...added(now)];
  const width = now.length + 1;
  const longest = new Uint16Array((old.length + 1) * width);
  const at = (row: number, column: number): number => longest[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = now.length - 1; column >= 0; column -= 1) {
      longest[row * width + column] =
        old[row] === now[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const stretches: Stretch[] = [];
  let [row, column] = [0, 0];
  while (row < old.length && column < now.length) {
    const text = old[row] ?? '';
    if (text === now[column]) {
      stretches.push({ text, in: 'both' });
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) {
      stretches.push({ text, in: 'before' });
      row += 1;
    } else {
      stretches.push({ text: now[column] ?? '', in: 'after' });
      column += 1;
    }
  }
  return [...stretches, ...gone(old.slice(row)), ...added(now.slice(column))];
}

/** Neighbours of one kind become one. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of stretches) {
    const last = result.at(-1);
    if (last?.in === stretch.in) result[result.length - 1] = { ...last, text: last.text + stretch.text };
    else result.push(stretch);
  }
  return result;
}
