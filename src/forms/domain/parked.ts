import type { Fields } from './fields.js';
import type { Merge } from './merge-section.js';
import type { ParkedText } from './sections.js';

/** What lies beside a section after a save: a page that saves again replaces what it parked before; what is settled goes. */
export function parkedAfter(
  parked: readonly ParkedText[],
  { conflicts }: Merge,
  settled: readonly string[],
  { by, at }: { readonly by: string; readonly at: Date },
): ParkedText[] {
  const again = conflicts.map(({ field }) => field);
  const kept = parked.filter(
    (text) => !settled.includes(text.field) && !(again.includes(text.field) && text.by === by),
  );
  return [...kept, ...conflicts.map(({ field, mine }) => ({ field, text: mine, by, at: at.toISOString() }))];
}

/** Whether a save would change anything that is written. */
export const sameFields = (before: Fields, after: Fields): boolean =>
  before.size === after.size && [...after].every(([field, text]) => before.get(field) === text);
