import { readFile } from 'node:fs/promises';
import type { BrowserContextOptions, Locator, Page, Response } from 'playwright-core';

import type { Upload } from '../../../src/demo/visitor/parts.js';
import { DEMO_PASSWORD } from '../../../src/demo/towns/index.js';
import type { TestBrowser } from '../../support/index.js';

/** Sees every page that somebody comes to. */
export interface Onlooker {
  watch(page: Page): void;
  look(page: Page, html: string): Promise<void>;
}

/** The window of somebody at a desk. */
export const AT_A_DESK: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };

/** Somebody at a window of their own, who reads labels and presses buttons; every page they come to is looked at. */
export class Person {
  private document: Response | undefined;

  private constructor(
    /** For what only one step of the story does. */
    readonly page: Page,
    private readonly town: string,
    private readonly onlooker: Onlooker,
  ) {
    onlooker.watch(page);
    page.on('response', (response) => {
      if (response.request().isNavigationRequest() && response.frame() === page.mainFrame()) this.document = response;
    });
  }

  /** `town` is the address of the town's front page. */
  static async arrive(
    chromium: TestBrowser,
    town: string,
    onlooker: Onlooker,
    window: BrowserContextOptions = AT_A_DESK,
  ): Promise<Person> {
    return new Person(await chromium.person(window), town, onlooker);
  }

  /** The same person at another window of the same browser. */
  at(page: Page): Person {
    return new Person(page, this.town, this.onlooker);
  }

  async signIn(signInName: string): Promise<this> {
    await this.open('sign-in');
    await this.fill({ 利用者名: signInName, パスワード: DEMO_PASSWORD });
    await this.press('ログイン');
    return this;
  }

  /** `open('staff/queue')`; an empty path is the front page. */
  open(path: string): Promise<void> {
    return this.go(() => this.page.goto(path === '' ? this.town : `${this.town}/${path}`));
  }

  reload(): Promise<void> {
    return this.go(() => this.page.reload());
  }

  follow(name: string | RegExp, place: Locator = this.main): Promise<void> {
    return this.go(() => place.getByRole('link', { name }).first().click());
  }

  press(name: string | RegExp): Promise<void> {
    return this.go(() => this.main.getByRole('button', { name, exact: true }).click());
  }

  /** Fields by their labels, as they stand on the page. */
  async fill(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, value] of Object.entries(fields)) await this.field(label).fill(value);
  }

  async select(label: string, option: string): Promise<void> {
    await this.field(label).selectOption({ label: option });
  }

  /** One answer of a question. */
  async choose(question: string, answer: string): Promise<void> {
    await this.main
      .getByRole('group', { name: startingWith(question) })
      .getByRole('radio', { name: startingWith(answer) })
      .check();
  }

  /** Opens what is folded away. */
  async unfold(summary: string): Promise<void> {
    await this.main.locator('summary').filter({ hasText: summary }).click();
  }

  /** Every tick box of the page. */
  async tickAll(): Promise<void> {
    for (const box of await this.main.getByRole('checkbox').all()) await box.check();
  }

  async attach(label: string, { bytes, fileName, mediaType }: Upload): Promise<void> {
    await this.field(label).setInputFiles({ name: fileName, mimeType: mediaType, buffer: Buffer.from(bytes) });
  }

  /** The file that a link of the page gives. */
  async download(name: string): Promise<{ name: string; bytes: Buffer }> {
    const coming = this.page.waitForEvent('download');
    await this.main.getByRole('link', { name }).click();
    const file = await coming;
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  }

  /** The bytes behind a link, with this person's cookies. */
  async fetch(name: string): Promise<Buffer> {
    const href = (await this.main.getByRole('link', { name }).first().getAttribute('href')) ?? '';
    return (await this.page.request.get(new URL(href, this.page.url()).href)).body();
  }

  get path(): string {
    return new URL(this.page.url()).pathname.split('/').slice(2).join('/');
  }

  get main(): Locator {
    return this.page.getByRole('main');
  }

  heading(): Promise<string> {
    return this.page.getByRole('heading', { level: 1 }).innerText();
  }

  /** Everything in the main part, white space folded. */
  async text(): Promise<string> {
    return ((await this.main.textContent()) ?? '').replace(/\s+/g, ' ');
  }

  field(label: string): Locator {
    const labelled = this.main.getByLabel(new RegExp(`^${escaped(label)}\\s*(必須|任意)?\\s*$`));
    return labelled.and(this.page.locator('input, select, textarea'));
  }

  /** Does what leads to another page and waits until it stands there. */
  async go(act: () => Promise<unknown>): Promise<void> {
    await Promise.all([this.page.waitForEvent('load', { timeout: 9000 }), act()]);
    await this.onlooker.look(this.page, (await this.document?.text()) ?? '');
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const startingWith = (text: string): RegExp => new RegExp(`^${escaped(text)}`);
