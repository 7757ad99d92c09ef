import { lexer, type Token, type Tokens } from 'marked';
import type { ColumnAlign, LetterBlock, LetterItem } from '../domain/letter.js';

/** Blocks that a stage builds itself; the template says where they stand: a line `[[算定内訳]]`. */
export type Inserts = Readonly<Record<string, LetterBlock>>;

/** A piece of a wording that a letter has no form for. */
export class UnprintableText extends Error {
  constructor(
    reason: string,
    readonly text: string,
  ) {
    super(`${reason} "${text.trim()}"`);
    this.name = 'UnprintableText';
  }
}

/**
 * The part of Markdown that a letter uses, as blocks: paragraphs, one level of numbered items with numbered points,
 * tables, `##` headings, `#` for an annex, and the lines 記, 以上 and `[[…]]`. Throws on anything else, so that a
 * template which would print something unforeseen is found when it is written.
 */
export function markdownBlocks(markdown: string, inserts: Inserts): LetterBlock[] {
  return lexer(markdown, { gfm: true }).flatMap((token): LetterBlock[] => {
    switch (token.type) {
      case 'space':
        return [];
      case 'paragraph':
        return [paragraph(token as Tokens.Paragraph, inserts)];
      case 'list':
        return [{ kind: 'items', items: items(token as Tokens.List) }];
      case 'table':
        return [table(token as Tokens.Table)];
      case 'heading':
        return [heading(token as Tokens.Heading)];
      default:
        throw new UnprintableText('a letter cannot hold', token.raw);
    }
  });
}

function paragraph(token: Tokens.Paragraph, inserts: Inserts): LetterBlock {
  const text = textOf(token.tokens);
  if (text === '記') return { kind: 'keki' };
  if (text === '以上') return { kind: 'end' };
  const [, name] = /^\[\[(.+)\]\]$/.exec(token.raw.trim()) ?? [];
  if (name === undefined) return { kind: 'paragraph', text };
  const insert = inserts[name];
  if (!insert) throw new UnprintableText('nothing to insert for', `[[${name}]]`);
  return insert;
}

function heading(token: Tokens.Heading): LetterBlock {
  const text = textOf(token.tokens);
  return token.depth === 1 ? { kind: 'annex', title: text } : { kind: 'heading', text };
}

function items(list: Tokens.List): LetterItem[] {
  if (!list.ordered) throw new UnprintableText('the items of a letter are numbered: 1. 2. 3., unlike', list.raw);
  return list.items.map((item) => {
    const inner = item.tokens.find((token) => token.type === 'list') as Tokens.List | undefined;
    const own = item.tokens.filter((token) => token !== inner && token.type !== 'space');
    const inline = own.flatMap((token) => ('tokens' in token && token.tokens ? token.tokens : [token]));
    const label = inline[0]?.type === 'strong' ? textOf([inline[0]]) : '';
    const text = textOf(label ? inline.slice(1) : inline).trim();
    const points = inner?.items.map((point) => textOf(point.tokens).trim());
    return { label, text, ...(points ? { points } : {}) };
  });
}

function table(token: Tokens.Table): LetterBlock {
  const aligns: Record<string, ColumnAlign> = { left: 'start', center: 'center', right: 'end' };
  return {
    kind: 'table',
    caption: '',
    columns: token.header.map((cell, index) => ({
      label: textOf(cell.tokens),
      align: aligns[token.align[index] ?? 'left'] ?? 'start',
    })),
    rows: token.rows.map((row) => row.map((cell) => textOf(cell.tokens))),
  };
}

/** Japanese is written without spaces between words: a line break in the template is none in the letter. */
function textOf(tokens: readonly Token[]): string {
  return tokens.map(textOfToken).join('');
}

function textOfToken(token: Token): string {
  if (token.type === 'br') return '\n';
  if (token.type === 'html' || token.type === 'image') throw new UnprintableText('a letter cannot hold', token.raw);
  if ('tokens' in token && token.tokens) return textOf(token.tokens);
  return 'text' in token ? String(token.text).replace(/\n/g, '') : '';
}
