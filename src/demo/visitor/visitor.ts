import { Page } from './page.js';
import type { FieldValue, Sender, Upload } from './parts.js';

export type { FieldValue, Upload } from './parts.js';

const MOST_REDIRECTS = 10;

/** Somebody at a browser without JavaScript: keeps cookies, follows redirects, submits what the forms hold. */
export class Visitor implements Sender<Page> {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly origin: string) {}

  get(path: string): Promise<Page> {
    return this.request('GET', path);
  }

  /** Posts fields to an address without having seen a form: for what no page offers. */
  submit(path: string, fields: Readonly<Record<string, FieldValue>> = {}, multipart = false): Promise<Page> {
    return this.send('POST', path, Object.entries(fields), multipart);
  }

  /** What a browser sends for a form, with its fields in the order of the page. */
  send(
    method: 'GET' | 'POST',
    path: string,
    fields: readonly (readonly [string, FieldValue])[],
    multipart = false,
  ): Promise<Page> {
    const pairs = fields.flatMap(([name, value]) => several(value).map((one) => [name, one] as const));
    if (multipart) {
      const body = new FormData();
      for (const [name, value] of pairs) {
        if (typeof value === 'string') body.append(name, value);
        else body.append(name, new Blob([Buffer.from(value.bytes)], { type: value.mediaType }), value.fileName);
      }
      return this.request(method, path, { body });
    }
    const body = new URLSearchParams(
      pairs.map(([name, value]) => [name, typeof value === 'string' ? value : value.fileName]),
    );
    if (method === 'POST') return this.request(method, path, { body });
    const url = new URL(path, this.origin);
    url.search = body.toString();
    return this.request('GET', url.pathname + url.search);
  }

  /** One request as the browser makes it, redirects followed; `headers` win over the browser's own. */
  async request(
    method: string,
    path: string,
    init: { body?: BodyInit; headers?: Record<string, string>; follow?: boolean } = {},
  ): Promise<Page> {
    let url = new URL(path, this.origin);
    let step = { method, ...(init.body === undefined ? {} : { body: init.body }) };
    for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
      const response = await fetch(url, {
        ...step,
        redirect: 'manual',
        headers: { ...this.browserHeaders(step.method), ...init.headers },
      });
      this.keepCookies(response);
      const target = response.headers.get('location');
      if (target === null || response.status < 300 || response.status > 399 || init.follow === false) {
        return Page.read(this, url, response);
      }
      await response.arrayBuffer();
      url = new URL(target, url);
      step = { method: 'GET' };
    }
    throw new Error(`${path} redirects without end`);
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  forgetCookies(): void {
    this.cookies.clear();
  }

  private browserHeaders(method: string): Record<string, string> {
    return {
      accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
      'accept-language': 'ja',
      'sec-fetch-site': 'same-origin',
      // A connection that the server has just closed for idleness would fail a request that a browser repeats by itself.
      connection: 'close',
      ...(method === 'GET' ? {} : { origin: this.origin }),
      ...(this.cookies.size === 0
        ? {}
        : { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
    };
  }

  private keepCookies(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const [name = '', value = ''] = splitOnce(pair);
      const expired = attributes.some((attribute) => /^max-age=(0|-)/i.test(attribute) || isPast(attribute));
      if (expired || value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

function isPast(attribute: string): boolean {
  const [name = '', value = ''] = splitOnce(attribute);
  return name.toLowerCase() === 'expires' && Date.parse(value) < Date.now();
}

function splitOnce(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
}

function several(value: FieldValue): readonly (string | Upload)[] {
  return Array.isArray(value) ? (value as readonly (string | Upload)[]) : [value as string | Upload];
}
