import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Liquid, type Template } from 'liquidjs';
import { localDate, formatEra } from '../../kernel/local-date.js';
import type { Medium } from '../domain/medium.js';
import { groupDigits } from '../../kernel/yen.js';
import { templatesFolder } from '../../platform/templates/index.js';

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

const KIND = /^[a-z][a-z0-9-]*$/;

interface CompiledWording {
  /** The body as it is written. */
  readonly source: string;
  readonly head: readonly (readonly [string, Template[]])[];
  readonly body: Template[];
  /** The values that it asks for, by the first part of their names. */
  readonly words: readonly { readonly word: string; readonly line: number }[];
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

/** What cannot be a wording, as its file says it: no head, or a line of it that is none. */
export class UnreadableWording extends Error {
  constructor(
    readonly code: 'notices.wording-without-head' | 'notices.wording-head-line',
    readonly line: string,
  ) {
    super(`${code}: ${line}`);
    this.name = 'UnreadableWording';
  }
}

/** A town's own texts come and go; these many stay at hand. */
const MOST_AT_HAND = 500;

/** Renders the texts of one medium: a town's own, or that of the house, `templates/<medium>/<kind>.md`. Each is compiled once. */
export class Wordings {
  private readonly compiled = new Map<string, CompiledWording>();
  private readonly files = new Map<string, string>();

  constructor(
    readonly medium: Medium,
    private readonly root: string = templatesFolder(),
  ) {}

  /** The body of a text as it is written. Throws when the house knows no such kind. */
  bodyOf(kind: string, own: string | null): string {
    return this.compile(own ?? this.ofHouse(kind)).source;
  }

  /** What the house says, head and body. Throws when it knows no such kind. */
  ofHouse(kind: string): string {
    const path = this.pathOf(kind);
    const known = this.files.get(path) ?? readFileSync(path, 'utf8');
    this.files.set(path, known);
    return known;
  }

  isKnown(kind: string): boolean {
    return KIND.test(kind) && existsSync(join(this.root, this.medium, `${kind}.md`));
  }

  /** Every kind that the house knows. */
  kinds(): string[] {
    return readdirSync(join(this.root, this.medium))
      .filter((name) => name.endsWith('.md'))
      .map((name) => name.slice(0, -'.md'.length))
      .sort();
  }

  /**
   * `own` is the town's text, null where it has none; `ownBody` stands in the place of the body of either. Throws when there
   * is no such kind, or when a text asks for a value that `data` lacks.
   */
  render(kind: string, own: string | null, data: TemplateData, ownBody: string | null = null): RenderedWording {
    const { head, body } = this.compile(own ?? this.ofHouse(kind));
    const engine = this.medium === 'letters' ? markdown : plain;
    try {
      return {
        head: Object.fromEntries(head.map(([key, value]) => [key, String(plain.renderSync(value, data)).trim()])),
        body: String(engine.renderSync(ownBody === null ? body : engine.parse(ownBody), data)),
      };
    } catch (error) {
      const whose = own === null ? '' : ' (the words of the town)';
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`template ${this.medium}/${kind}${whose}: ${reason}`, { cause: error });
    }
  }

  /** Throws `UnreadableWording`, or the error of the engine. */
  compile(text: string): CompiledWording {
    let known = this.compiled.get(text);
    if (!known) {
      const { head, body } = splitFrontMatter(text);
      const engine = this.medium === 'letters' ? markdown : plain;
      const compiled = {
        source: body.trim(),
        head: head.map(([key, value]) => [key, plain.parse(value)] as const),
        body: engine.parse(body),
      };
      known = { ...compiled, words: wordsIn(compiled.head, compiled.body, text.split(/\r?\n/).indexOf('---', 1) + 1) };
      if (this.compiled.size >= MOST_AT_HAND) this.compiled.clear();
      this.compiled.set(text, known);
    }
    return known;
  }

  private pathOf(kind: string): string {
    if (!KIND.test(kind)) throw new Error(`not a kind of template: ${kind}`);
    const path = join(this.root, this.medium, `${kind}.md`);
    if (!existsSync(path)) throw new Error(`no template ${this.medium}/${kind}.md`);
    return path;
  }
}

function wordsIn(head: CompiledWording['head'], body: Template[], linesBefore: number): CompiledWording['words'] {
  const inHead = head.flatMap(([, template], index) =>
    Object.keys(plain.analyzeSync(template).globals).map((word) => ({ word, line: index + 2 })),
  );
  const inBody = Object.entries(plain.analyzeSync(body).globals).map(([word, uses]) => ({
    word,
    line: linesBefore + Math.min(...uses.map(({ location }) => location.row)),
  }));
  return [...inHead, ...inBody];
}

function splitFrontMatter(text: string): { head: [string, string][]; body: string } {
  const match = /^---\r?\n(.*?)\r?\n---\r?\n(.*)$/s.exec(text);
  if (!match) throw new UnreadableWording('notices.wording-without-head', '');
  const [, head = '', body = ''] = match;
  const lines = head.split(/\r?\n/).filter((line) => line.trim() !== '');
  return {
    head: lines.map((line): [string, string] => {
      const colon = line.indexOf(':');
      if (colon < 1) throw new UnreadableWording('notices.wording-head-line', line);
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    }),
    body,
  };
}
