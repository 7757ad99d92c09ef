/** Something that became public. */
export interface NewsItem {
  readonly title: string;
  readonly text: string;
  /** Inside the town, e.g. `grants/…`; no two items have the same. */
  readonly path: string;
  readonly category: string;
  readonly at: Date;
}

/**
 * The newest of all, in the order of their days: of one category no more than `ofOne` while others have something to tell, so
 * that whatever came in great numbers does not push the rest out.
 */
export function newestNews(items: readonly NewsItem[], most: number, ofOne: number): NewsItem[] {
  const newest = items.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const counts = new Map<string, number>();
  const within = new Set(
    newest.filter(({ category }) => {
      const count = (counts.get(category) ?? 0) + 1;
      counts.set(category, count);
      return count <= ofOne;
    }),
  );
  const first = [...within].slice(0, most);
  const rest = newest.filter((item) => !within.has(item)).slice(0, most - first.length);
  const chosen = new Set([...first, ...rest]);
  return newest.filter((item) => chosen.has(item));
}

/** In groups of one key, each in the order in which they came. */
export function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

const LONGEST_TEXT = 300;

/** A reader shows a few lines; the whole stands on the page. */
export const beginningOfNews = (text: string): string => {
  const characters = [...text];
  return characters.length <= LONGEST_TEXT ? text : `${characters.slice(0, LONGEST_TEXT).join('')}…`;
};
