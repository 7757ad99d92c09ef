import { createHash } from 'node:crypto';

/** A page as it was drawn for everyone who is not signed in. */
interface KeptPage {
  readonly html: string;
  readonly tag: string;
}

const MOST_CHARACTERS = 16_000_000;

/**
 * Public pages that were drawn already, under what they were drawn from: the address and everything that it shows. What was
 * not asked for longest makes room.
 */
export class KeptPages {
  private readonly pages = new Map<string, KeptPage>();
  private characters = 0;

  async take(key: string, draw: () => Promise<string>): Promise<KeptPage> {
    const known = this.pages.get(key);
    if (known) {
      this.pages.delete(key);
      this.pages.set(key, known);
      return known;
    }
    const html = await draw();
    const page = { html, tag: createHash('sha256').update(html).digest('base64url').slice(0, 22) };
    // Two who came at once have both drawn it.
    this.characters += html.length - (this.pages.get(key)?.html.length ?? 0);
    this.pages.set(key, page);
    for (const [oldest, { html: old }] of this.pages) {
      if (this.characters <= MOST_CHARACTERS) break;
      this.pages.delete(oldest);
      this.characters -= old.length;
    }
    return page;
  }
}
