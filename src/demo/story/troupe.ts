import { setTimeout as sleep } from 'node:timers/promises';
import { DEMO_PASSWORD } from '../towns/index.js';
import type { Page } from '../visitor/page.js';
import { Visitor } from '../visitor/visitor.js';

/** The people of one town, each at a browser of their own; they sign in when first needed. */
export class Troupe {
  private readonly visitors = new Map<string, Promise<Visitor>>();

  constructor(
    private readonly origin: string,
    /** `ogori`. */
    readonly slug: string,
  ) {}

  /** `path('staff/queue')` → `/ogori/staff/queue`. */
  readonly path = (inside: string): string => `/${this.slug}/${inside}`;

  /** The person with this sign-in name, signed in. */
  as(signInName: string): Promise<Visitor> {
    const known = this.visitors.get(signInName);
    if (known) return known;
    const visitor = this.signIn(signInName);
    this.visitors.set(signInName, visitor);
    return visitor;
  }

  /** Somebody who is not signed in. */
  passerBy(): Visitor {
    return new Visitor(this.origin);
  }

  private async signIn(signInName: string): Promise<Visitor> {
    const visitor = this.passerBy();
    const form = (await visitor.get(this.path('sign-in'))).form();
    went(await form.fill({ signInName, password: DEMO_PASSWORD }).submit());
    return visitor;
  }
}

/** The story stops where a page refuses, with the page's own words. */
export function went(page: Page): Page {
  if (page.status >= 400 || page.errors.length > 0) {
    throw new Error(`${page.path} answered ${String(page.status)}: ${page.errors.join(' / ') || page.heading}`);
  }
  return page;
}

/** The part of an address after a fixed beginning, e.g. the id in `/ogori/staff/organizations/<id>`. */
export function lastPart(page: Page): string {
  return page.url.pathname.split('/').at(-1) ?? '';
}

const PATIENCE_MS = 60_000;
const LOOK_AGAIN_MS = 100;

/** Looks again and again, as a person would press 「更新」; gives up after a minute. */
export async function until(done: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await done())) {
    if (Date.now() > deadline) throw new Error(`waited too long until ${what}`);
    await sleep(LOOK_AGAIN_MS);
  }
}
