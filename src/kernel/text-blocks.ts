/** A text as its reader sees it: nothing in it is markup, so nothing in it can do harm. */
export type TextBlock =
  | { readonly kind: 'heading'; readonly text: string }
  /** Line breaks are those of the writer. */
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly numbered: boolean; readonly items: readonly string[] };

/** A stretch of text; with `href` it is an address that somebody wrote out. */
export interface TextPart {
  readonly text: string;
  readonly href?: string;
}

const HEADING = /^(?:[■◆]|#{1,3}\s)\s*(.+)$/;
const BULLET = /^(?:[・●○•]|[-*]\s)\s*(.+)$/;
const NUMBERED = /^(?:[0-9０-９]{1,2}(?:[.．)）]|、)|[①-⑳])\s*(\D.*)$/;

/**
 * Reads a text as town halls type it: 「■」 begins a heading, 「・」 an item of a list, 「1．」 a numbered one, a blank line a
 * paragraph. Everything else is the text itself.
 */
export function textBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let open: string[] = [];
  const closeParagraph = (): void => {
    if (open.length > 0) blocks.push({ kind: 'paragraph', text: open.join('\n') });
    open = [];
  };
  let apart = true;
  for (const line of text.split('\n').map((each) => each.replace(/^[ \t]+|\s+$/g, ''))) {
    const block = blockOf(line);
    if (line === '' || block) closeParagraph();
    if (block) joinOrAdd(blocks, block, apart);
    else if (line !== '') open.push(line);
    apart = line === '';
  }
  closeParagraph();
  return blocks;
}

function blockOf(line: string): Exclude<TextBlock, { kind: 'paragraph' }> | null {
  const [, heading] = HEADING.exec(line) ?? [];
  if (heading !== undefined) return { kind: 'heading', text: heading };
  const [, bullet] = BULLET.exec(line) ?? [];
  if (bullet !== undefined) return { kind: 'list', numbered: false, items: [bullet] };
  const [, numbered] = NUMBERED.exec(line) ?? [];
  return numbered === undefined ? null : { kind: 'list', numbered: true, items: [numbered] };
}

/** Items that follow one another are one list. */
function joinOrAdd(blocks: TextBlock[], block: Exclude<TextBlock, { kind: 'paragraph' }>, apart: boolean): void {
  const last = blocks.at(-1);
  if (!apart && block.kind === 'list' && last?.kind === 'list' && last.numbered === block.numbered) {
    blocks[blocks.length - 1] = { ...last, items: [...last.items, ...block.items] };
  } else blocks.push(block);
}

/** Addresses end where Japanese goes on, and before the full stop or bracket of the sentence. */
const ADDRESS = /https?:\/\/[\w.~:/?#@!$&'*+,;=%-]*[\w/~=#%&-]/g;

/** The same text with the web addresses in it set apart. */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    if (index > end) parts.push({ text: text.slice(end, index) });
    parts.push({ text: address, href: address });
    end = index + address.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

/** The first words of a text for a list: without its signs, at most this many characters. */
export function beginningOf(text: string, most: number): string {
  const words = textBlocks(text)
    .map((block) => (block.kind === 'list' ? strung(block.items, '、') : block.text))
    .reduce((whole, block) => strung([whole, block], '　'), '')
    .replace(/\n/g, '');
  const characters = [...words];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : words;
}

/** After a full stop nothing more is needed between two pieces. */
const strung = (pieces: readonly string[], between: string): string =>
  pieces.reduce((whole, piece) => (whole === '' || whole.endsWith('。') ? whole + piece : whole + between + piece), '');
