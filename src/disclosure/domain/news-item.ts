/** Something that became public. */
export interface NewsItem {
  readonly title: string;
  readonly text: string;
  /** Inside the town, e.g. `grants/…`; no two items have the same. */
  readonly path: string;
  readonly category: string;
  readonly at: Date;
}

const LONGEST_TEXT = 300;

/** A reader shows a few lines; the whole stands on the page. */
export const beginningOfNews = (text: string): string => {
  const characters = [...text];
  return characters.length <= LONGEST_TEXT ? text : `${characters.slice(0, LONGEST_TEXT).join('')}…`;
};
