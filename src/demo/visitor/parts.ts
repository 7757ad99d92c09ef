import type { CheerioAPI } from 'cheerio/slim';

/** What is sent for one form field: text, several texts (checkboxes), or a file. */
export type FieldValue = string | readonly string[] | Upload | readonly Upload[];

export interface Upload {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly mediaType: string;
}

/** The hand that pages and forms give their clicks to; `Answer` is the page that comes back. */
export interface Sender<Answer> {
  get(path: string): Promise<Answer>;
  send(
    method: 'GET' | 'POST',
    path: string,
    fields: readonly (readonly [string, FieldValue])[],
    multipart?: boolean,
  ): Promise<Answer>;
}

/** The page that a form stands on. */
export interface FormPage {
  readonly url: URL;
  readonly path: string;
  readonly $: CheerioAPI;
}

/** A selection of elements, as cheerio's `find` and `children` answer it. */
export type Elements = ReturnType<ReturnType<CheerioAPI['root']>['children']>;

export const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
