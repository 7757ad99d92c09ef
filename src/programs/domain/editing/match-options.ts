import type { QuestionOption } from '../form.js';

/**
 * Options as they were retyped, one label a line: each keeps the id under which answers are stored. The same words are the
 * same option wherever they stand now; new words between two of them take over what stood there before, in its order,
 * unless there are fewer than before, because then nobody can tell which were reworded and which taken out.
 */
export function matchOptions(
  before: readonly QuestionOption[],
  labels: readonly string[],
  newId: () => string,
): QuestionOption[] {
  const known = before.map(({ label }) => label);
  const free = new Set(before.filter(({ label }) => !labels.includes(label)));
  const matched: QuestionOption[] = [];
  for (let start = 0; start < labels.length;) {
    const label = labels[start] ?? '';
    const same = before[known.indexOf(label)];
    if (same && !matched.includes(same)) {
      matched.push(same);
      start += 1;
      continue;
    }
    const length = runLength(labels.slice(start), known);
    const previous = start === 0 ? -1 : known.indexOf(labels[start - 1] ?? '');
    const left = runOf(before.slice(previous + 1), free);
    const replaced = length >= left.length ? left : [];
    for (const [index, words] of labels.slice(start, start + length).entries()) {
      const old = replaced[index];
      if (old) free.delete(old);
      matched.push({ id: old?.id ?? newId(), label: words });
    }
    start += length;
  }
  return matched;
}

/** How many of these labels were not there before, from the first on; at least the first itself. */
function runLength(labels: readonly string[], known: readonly string[]): number {
  const end = labels.findIndex((label, index) => index > 0 && known.includes(label));
  return end < 0 ? labels.length : end;
}

/** The options from the first on whose words are gone. */
function runOf(options: readonly QuestionOption[], free: ReadonlySet<QuestionOption>): readonly QuestionOption[] {
  const end = options.findIndex((option) => !free.has(option));
  return end < 0 ? options : options.slice(0, end);
}
