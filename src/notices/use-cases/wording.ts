import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Liquid, type Template } from 'liquidjs';
import { localDate, formatEra } from '../../kernel/local-date.js';
import { groupDigits } from '../../kernel/yen.js';

/** Values that a template may show. Amounts are strings of digits, days `YYYY-MM-DD`; the filters put them in words. */
export interface TemplateData {
  readonly [name: string]:
    string | number | boolean | null | readonly string[] | TemplateData | readonly TemplateData[];
}

/** A text that a town may reword: front matter and body, rendered apart because only the body is Markdown. */
export interface RenderedWording {
  readonly head: Readonly<Record<string, string>>;
  readonly body: string;
}

interface CompiledWording {
  /** The body as it stands in the file. */
  readonly source: string;
  readonly head: readonly (readonly [string, Template[]])[];
  readonly body: Template[];
}

/** A value is text and never markup: every punctuation mark that Markdown could read as its own is escaped. */
const asPlainText = (value: unknown): string =>
  (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' ? String(value) : '')
    .replace(/\s+/g, ' ')
    .replace(/[!-/:-@[-`{-~]/g, '\\$&');

const engineWith = (outputEscape?: (value: unknown) => string): Liquid => {
  const engine = new Liquid({
    // a variable that is missing or misspelt must stop the letter, not leave a blank in it
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    // templates read nothing but their data
    templates: {},
    // an edition's own text comes from a form: one that never ends must not hold up the house
    ...{ renderLimit: 1000, memoryLimit: 1_000_000 },
    ...(outputEscape ? { outputEscape } : {}),
  });
  engine.registerFilter('yen', (value: string) => `${groupDigits(BigInt(value))}円`);
  engine.registerFilter('era', (value: string) => formatEra(localDate(value)));
  return engine;
};

const plain = engineWith();
/** Renders the bodies of letters: Markdown, in which every value is plain text. */
export const markdown = engineWith(asPlainText);

/** Reads `templates/<folder>/<town>/<kind>.md`, or the common `templates/<folder>/<kind>.md`; each file once. */
export class Wordings {
  private readonly compiled = new Map<string, CompiledWording>();

  constructor(
    private readonly folder: 'letters' | 'mails',
    private readonly root: string = templatesRoot(),
  ) {}

  /** The body of a template as it stands in its file. Throws when there is no such template. */
  bodyOf(kind: string, townSlug: string): string {
    return this.compile(this.pathOf(kind, townSlug)).source;
  }

  /**
   * With `ownBody` that text stands in the place of the template's. Throws when there is no such template, or when a
   * text asks for a value that `data` lacks.
   */
  render(kind: string, townSlug: string, data: TemplateData, ownBody: string | null = null): RenderedWording {
    const path = this.pathOf(kind, townSlug);
    const { head, body } = this.compile(path);
    const engine = this.folder === 'letters' ? markdown : plain;
    try {
      return {
        head: Object.fromEntries(head.map(([key, value]) => [key, String(plain.renderSync(value, data)).trim()])),
        body: String(engine.renderSync(ownBody === null ? body : engine.parse(ownBody), data)),
      };
    } catch (error) {
      throw new Error(`template ${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  }

  private pathOf(kind: string, townSlug: string): string {
    if (!/^[a-z][a-z0-9-]*$/.test(kind)) throw new Error(`not a kind of template: ${kind}`);
    const paths = [join(this.root, this.folder, townSlug, `${kind}.md`), join(this.root, this.folder, `${kind}.md`)];
    const found = paths.find((path) => existsSync(path));
    if (!found) throw new Error(`no template ${this.folder}/${kind}.md`);
    return found;
  }

  private compile(path: string): CompiledWording {
    let known = this.compiled.get(path);
    if (!known) {
      const { head, body } = splitFrontMatter(path, readFileSync(path, 'utf8'));
      const engine = this.folder === 'letters' ? markdown : plain;
      known = {
        source: body.trim(),
        head: head.map(([key, value]) => [key, plain.parse(value)] as const),
        body: engine.parse(body),
      };
      this.compiled.set(path, known);
    }
    return known;
  }
}

function splitFrontMatter(path: string, text: string): { head: [string, string][]; body: string } {
  const match = /^---\r?\n(.*?)\r?\n---\r?\n(.*)$/s.exec(text);
  if (!match) throw new Error(`${path} does not begin with a head between two lines of ---`);
  const [, head = '', body = ''] = match;
  const lines = head.split(/\r?\n/).filter((line) => line.trim() !== '');
  return {
    head: lines.map((line): [string, string] => {
      const colon = line.indexOf(':');
      if (colon < 1) throw new Error(`${path}: "${line}" is not "name: value"`);
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    }),
    body,
  };
}

/** The `templates` folder beside `src` or, once built, beside `dist`. */
function templatesRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'templates', 'letters'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('the folder templates/letters is missing');
    folder = parent;
  }
  return join(folder, 'templates');
}
