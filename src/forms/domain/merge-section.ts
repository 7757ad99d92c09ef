import type { Fields } from './fields.js';

/** One earlier save of a section. `page` names the opened page from which it came. */
export interface Revision {
  readonly version: number;
  readonly page: string;
  readonly fields: Fields;
}

export interface Merge {
  readonly fields: Fields;
  /** Fields where another page saved something else first; theirs stays, mine is handed back. `mine` is null for a removal. */
  readonly conflicts: readonly { readonly field: string; readonly mine: string | null }[];
  /** True when fields of another page went into the result, so that the page on screen is no longer the newest. */
  readonly tookTheirs: boolean;
}

/**
 * Brings what a page saves together with what other pages saved since it was opened. A field that only one side
 * touched is that side's; a field that both touched keeps what was saved first, and nothing is dropped in silence.
 *
 * @param base the revision the page was filled from; @param since the later ones, oldest first.
 */
export function mergeSection(base: Revision, since: readonly Revision[], page: string, mine: Fields): Merge {
  const theirs = (since.at(-1) ?? base).fields;
  const writers = lastWriters(base, since);
  const merged = new Map<string, string>();
  const conflicts: { field: string; mine: string | null }[] = [];
  let tookTheirs = false;
  for (const field of new Set([...theirs.keys(), ...mine.keys()])) {
    const own = mine.get(field);
    const other = theirs.get(field);
    const writer = writers.get(field);
    const foreign = writer !== undefined && writer !== page && own !== other;
    const kept = foreign ? other : own;
    if (kept !== undefined) merged.set(field, kept);
    if (!foreign) continue;
    tookTheirs = true;
    if (own !== base.fields.get(field)) conflicts.push({ field, mine: own ?? null });
  }
  return { fields: merged, conflicts, tookTheirs };
}

/** For each field that changed after `base`, the page that changed it last. */
function lastWriters(base: Revision, since: readonly Revision[]): ReadonlyMap<string, string> {
  const writers = new Map<string, string>();
  let before = base.fields;
  for (const { fields, page } of since) {
    for (const field of new Set([...before.keys(), ...fields.keys()])) {
      if (before.get(field) !== fields.get(field)) writers.set(field, page);
    }
    before = fields;
  }
  return writers;
}
