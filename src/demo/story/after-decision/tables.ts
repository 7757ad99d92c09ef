import type { Page } from '../../visitor/page.js';

/** A row of a table on a page, its cells by their headings. */
export interface Row {
  readonly element: ReturnType<Page['$']>;
  cell(heading: string): string;
  /** The address behind a link of the row that fits. */
  href(fits: RegExp): string | undefined;
}

/** The rows of every table body of the page that contain all of these words. */
export function rowsOf(page: Page, ...words: readonly string[]): Row[] {
  return page
    .$('main tbody tr')
    .toArray()
    .map((each) => page.$(each))
    .filter((element) => words.every((word) => element.text().includes(word)))
    .map((element) => ({
      element,
      cell: (heading) => tidy(element.find(`[data-label="${heading}"]`).text()),
      href: (fits) =>
        element
          .find('a[href]')
          .toArray()
          .map((link) => page.$(link).attr('href') ?? '')
          .find((href) => fits.test(href)),
    }));
}

/** What stands behind this label in the lists of answers. */
export const answerOn = (page: Page, label: string): string =>
  tidy(
    page
      .$('dt')
      .filter((_, term) => tidy(page.$(term).text()) === label)
      .first()
      .next('dd')
      .text(),
  );

export const digitsOf = (text: string): string => text.replace(/\D/g, '');

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
