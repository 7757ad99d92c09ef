import type { Page } from 'playwright-core';

import { checkAxe } from '../../support/axe-check.js';
import { checkHtml } from '../../support/html-check.js';

const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };
const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/g;

/** What is wrong with the pages of the walk, gathered so that one failure tells of all of them. */
export class Findings {
  private readonly seen = new Set<string>();
  private readonly lines: string[] = [];

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
      if (message.type() === 'error') this.tell(page, `console: ${message.text()}`);
    });
  }

  /** Looks at a page once: another visit counts only if it is built differently, e.g. after a decision. */
  async look(page: Page, html: string): Promise<void> {
    const parts = await page.locator('h1, main h2, main button, main .error-summary').allTextContents();
    const kind = [placeOf(page), ...parts.map((text) => text.replace(/[0-9０-９]+/g, '0'))].join('\n');
    if (this.seen.has(kind)) return;
    this.seen.add(kind);
    for (const line of [...(await checkAxe(page)), ...(await checkHtml(html))]) this.tell(page, line);
    await page.setViewportSize(PHONE);
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (beyond > 0) this.tell(page, `${String(beyond)} px wider than a phone`);
    await page.setViewportSize(WIDE);
  }

  private tell(page: Page, line: string): void {
    this.lines.push(`${placeOf(page)}: ${line}`);
  }
}

const placeOf = (page: Page): string => new URL(page.url()).pathname.replace(ID, ':id');
