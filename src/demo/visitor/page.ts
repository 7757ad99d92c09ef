import { load, type CheerioAPI } from 'cheerio/slim';

import { Form } from './form.js';
import { tidy, type FormPage, type Sender } from './parts.js';

/** What came back: a page to read and act on, or a file. */
export class Page implements FormPage {
  private document: CheerioAPI | undefined;

  private constructor(
    private readonly visitor: Sender<Page>,
    /** After redirects. */
    readonly url: URL,
    readonly status: number,
    readonly headers: Headers,
    readonly bytes: Buffer,
  ) {}

  static async read(visitor: Sender<Page>, url: URL, response: Response): Promise<Page> {
    return new Page(visitor, url, response.status, response.headers, Buffer.from(await response.arrayBuffer()));
  }

  get path(): string {
    return this.url.pathname + this.url.search;
  }

  get html(): string {
    return this.bytes.toString('utf8');
  }

  json<T>(): T {
    return JSON.parse(this.html) as T;
  }

  /** The document for CSS selectors, as in `page.$('table tr')`. */
  get $(): CheerioAPI {
    return (this.document ??= load(this.html));
  }

  get title(): string {
    return tidy(this.$('title').text());
  }

  get heading(): string {
    return tidy(this.$('h1').first().text());
  }

  /** Everything a reader sees in the main part, white space folded. */
  get text(): string {
    const main = this.$('main').length > 0 ? this.$('main') : this.$('body');
    return tidy(main.clone().find('script, style, template').remove().end().text());
  }

  /** The lines of the error summary, in order. */
  get errors(): string[] {
    return this.$('[role="alert"] li, .error-summary li')
      .toArray()
      .map((line) => tidy(this.$(line).text()));
  }

  /** Texts of every element that the selector finds. */
  texts(selector: string): string[] {
    return this.$(selector)
      .toArray()
      .map((element) => tidy(this.$(element).text()));
  }

  /** The form with this button, this action or this selector; the only one of the main part when nothing is named. */
  form(named?: string): Form<Page> {
    return Form.find(this, this.visitor, named);
  }

  /** Follows the link with this text (the whole of it, or a part that only one link has), in the main part if there. */
  click(text: string): Promise<Page> {
    const linksIn = (selector: string): { words: string; href: string }[] =>
      this.$(selector)
        .toArray()
        .map((element) => ({ words: tidy(this.$(element).text()), href: this.$(element).attr('href') ?? '' }));
    const links = linksIn('a[href]');
    // The main part first: the header repeats names.
    const found =
      [linksIn('main a[href]'), links]
        .flatMap((some) => [
          some.filter(({ words }) => words === text),
          some.filter(({ words }) => words.includes(text)),
        ])
        .find((some) => some.length > 0) ?? [];
    const targets = new Set(found.map(({ href }) => href));
    if (targets.size !== 1) {
      throw new Error(
        `${this.path} has ${String(targets.size)} links 「${text}」; it has: ${links.map(({ words }) => words).join(' | ')}`,
      );
    }
    return this.visitor.get(new URL([...targets][0] ?? '', this.url).href);
  }

  /** Follows the first link whose address fits. */
  clickTo(fits: (href: string) => boolean): Promise<Page> {
    const hrefs = this.$('a[href]')
      .toArray()
      .map((element) => this.$(element).attr('href') ?? '');
    const href = hrefs.find(fits);
    if (href === undefined) throw new Error(`${this.path} has no such link; it has: ${hrefs.join(' | ')}`);
    return this.visitor.get(new URL(href, this.url).href);
  }
}
