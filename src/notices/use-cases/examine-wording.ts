import { LiquidError, type Template } from 'liquidjs';
import type { ErrorParams, Fault } from '../../kernel/domain-error.js';
import { uncoveredCharacters } from '../../platform/pdf/index.js';
import { type Inserts, markdownBlocks, UnprintableText } from './markdown-blocks.js';
import { markdown, type TemplateData } from './wording.js';

/** Something without which a letter would not be one: the amount of a decision. */
export interface NeededWords {
  readonly label: string;
  /** As one writes it: `{{ amount | yen }}`. */
  readonly write: string;
  /** Whatever these come to must stand in the letter; without them, what `write` comes to. */
  readonly printed?: readonly string[];
}

/** What the wording of one kind of letter may say and must say. */
export interface LetterVocabulary {
  /** Everything that may stand between `{{` and `}}`: `amount`, `account.bank`. */
  readonly words: readonly string[];
  /** Invented data of each case in which the letter is written. */
  readonly samples: readonly TemplateData[];
  readonly inserts: Inserts;
  readonly needed: readonly NeededWords[];
}

type Found = Omit<Fault, 'pointer'>;

const found = (code: string, params: ErrorParams = {}): Found => ({ code, params });

/** What is wrong with a text as the wording of a letter, each with its line where it has one; empty when it can be printed. */
export function examineWording(text: string, vocabulary: LetterVocabulary): Found[] {
  const lost = uncoveredCharacters(text.replace(/\n/g, ''));
  if (lost.length > 0) return [found('notices.uncovered-characters', { characters: lost.join('、') })];
  let parsed: Template[];
  try {
    parsed = markdown.parse(text);
  } catch (error) {
    return [liquidFault(error)];
  }
  const unknown = unknownWords(parsed, vocabulary.words);
  if (unknown.length > 0) return unknown;
  const printed = vocabulary.samples.map((sample) => printedFault(parsed, sample, text, vocabulary));
  const first = printed.find((fault) => fault !== null);
  return first ? [first] : lacking(parsed, vocabulary);
}

/** Words of a branch that no sample takes are found here, too. */
function unknownWords(parsed: Template[], words: readonly string[]): Found[] {
  const groups = new Set(words.filter((word) => word.includes('.')).map((word) => word.split('.')[0]));
  const isKnown = (segments: readonly unknown[]): boolean => {
    const [root, member] = segments.map(String);
    if (root === 'forloop' || root === undefined) return true;
    return groups.has(root) && member !== undefined ? words.includes(`${root}.${member}`) : words.includes(root);
  };
  return Object.values(markdown.analyzeSync(parsed).globals)
    .flat()
    .filter(({ segments }) => !isKnown(segments))
    .sort((one, other) => one.location.row - other.location.row)
    .map((variable) =>
      found('notices.wording-unknown-word', { line: variable.location.row, word: variable.segments.join('.') }),
    );
}

function printedFault(
  parsed: Template[],
  sample: TemplateData,
  text: string,
  { inserts }: LetterVocabulary,
): Found | null {
  try {
    markdownBlocks(bodyOf(parsed, sample), inserts);
    return null;
  } catch (error) {
    return error instanceof UnprintableText ? unprintable(error, text) : liquidFault(error);
  }
}

/** Where the text stands in the source, if it came from there and not from a value. */
function unprintable({ text: raw }: UnprintableText, source: string): Found {
  const [first = ''] = raw.trim().split('\n');
  const line = source.split('\n').findIndex((each) => first !== '' && each.includes(first)) + 1;
  return line > 0
    ? found('notices.wording-unprintable', { line, text: first })
    : found('notices.wording-unprintable-somewhere', { text: first });
}

const lacking = (parsed: Template[], { samples, needed }: LetterVocabulary): Found[] =>
  needed
    .filter(({ write, printed = [write] }) =>
      samples.some((sample) => {
        const body = bodyOf(parsed, sample);
        return !printed.every((piece) => body.includes(bodyOf(markdown.parse(piece), sample)));
      }),
    )
    .map(({ label, write }) => found('notices.wording-lacks', { label, write }));

const bodyOf = (parsed: Template[], data: TemplateData): string => String(markdown.renderSync(parsed, data));

/** An error of the engine in words. */
export function liquidFault(error: unknown): Found {
  if (!LiquidError.is(error)) throw error;
  const [line = 1] = error.token.getPosition();
  const reason = error.originalError?.message ?? '';
  const [, word] = /^undefined variable: (.+)$/.exec(reason) ?? [];
  if (word !== undefined) return found('notices.wording-unknown-word', { line, word });
  const [, filter] = /^undefined filter: (\S+)$/.exec(reason) ?? [];
  if (filter !== undefined) return found('notices.wording-unknown-filter', { line, filter });
  const [, tag] = /^tag "(\S+)" not found$/.exec(reason) ?? [];
  if (tag !== undefined) return found('notices.wording-unknown-tag', { line, tag });
  const isSyntax = error.name === 'ParseError' || error.name === 'TokenizationError';
  return found(isSyntax ? 'notices.wording-syntax' : 'notices.wording-unfit-value', { line });
}
