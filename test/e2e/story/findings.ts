import type { ConsoleMessage, Page } from 'playwright-core';

import { checkAxe } from '../../support/axe-check.js';
import { checkHtml } from '../../support/html-check.js';

const PHONE = { width: 360, height: 740 };
const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/g;

/** What is wrong with the pages of the walk, gathered so that one failure tells of all of them. */
export class Findings {
  private readonly seen = new Set<string>();
  private readonly lines: string[] = [];

  /** `scripts` says whether the windows run JavaScript. */
  constructor(private readonly scripts = true) {}

  /** How many different pages were looked at. */
  get pages(): number {
    return this.seen.size;
  }

  /** `ogori/staff/queue: color-contrast: …`, one line each. */
  get report(): readonly string[] {
    return this.lines;
  }

  /** Scripts that fail and resources that are missing or refused belong to the page on which they happen. */
  watch(page: Page): void {
    page.on('pageerror', (error) => this.tell(page, `script: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !isItsAnswer(page, message)) this.tell(page, `console: ${message.text()}`);
    });
  }

  /** Looks at a page once: another visit counts only if it is built differently, e.g. after a decision. */
  async look(page: Page, html: string): Promise<void> {
    const parts = await page.locator('h1, main h2, main button, main .error-summary').allTextContents();
    const kind = [placeOf(page), ...parts.map((text) => text.replace(/[0-9０-９]+/g, '0'))].join('\n');
    if (this.seen.has(kind)) return;
    this.seen.add(kind);
    for (const line of [...(await this.axe(page, html)), ...(await checkHtml(html))]) this.tell(page, line);
    const window = page.viewportSize() ?? PHONE;
    await page.setViewportSize(PHONE);
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (beyond > 0) this.tell(page, `${String(beyond)} px wider than a phone`);
    await page.setViewportSize(window);
  }

  /** axe is a script itself: a page without scripts is examined as a copy of what came, whose own script stays away. */
  private async axe(page: Page, html: string): Promise<string[]> {
    if (this.scripts) return checkAxe(page);
    const context = await page.context().browser()?.newContext({ viewport: page.viewportSize() });
    if (!context) throw new Error('the page has no browser');
    try {
      const copy = await context.newPage();
      await copy.route('**/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
      const address = page.url().replace(/#.*/, '');
      await copy.route(
        ({ href }) => href === address,
        (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
      );
      await copy.goto(address);
      return await checkAxe(copy);
    } finally {
      await context.close();
    }
  }

  private tell(page: Page, line: string): void {
    this.lines.push(`${placeOf(page)}: ${line}`);
  }
}

const placeOf = (page: Page): string => new URL(page.url()).pathname.replace(ID, ':id');

/** A form that is refused answers with its status and the page that says why. */
const isItsAnswer = (page: Page, message: ConsoleMessage): boolean =>
  message.location().url === page.url() && /status of (401|409|422)/.test(message.text());
