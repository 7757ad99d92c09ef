import type { LetterSheet } from '../letter-sheet.js';
import { blocks, contactBlock } from './blocks.js';
import { head } from './head.js';
import { paginate } from './paginate.js';
import { FRAME, PAPER } from './paper.js';
import type { Flowable, Placed, StructureNode } from './placed.js';
import { SMALL, textAt, widthIn } from './text.js';

export interface LaidOutLetter {
  readonly root: StructureNode;
  readonly pages: readonly (readonly Placed[])[];
}

/** Where every character of the letter stands, page by page, and what part of the document it belongs to. */
export function layoutLetter(sheet: LetterSheet): LaidOutLetter {
  const root: StructureNode = { tag: 'Document', children: [] };
  const main = [...head(sheet, root), ...blocks(beforeAnnex(sheet.blocks), root)];
  const contact = sheet.contact ? [contactBlock(sheet.contact, root)] : [];
  const body = contact.length > 0 ? keepTail(main) : main;
  const annexes = blocks(sheet.blocks.slice(beforeAnnex(sheet.blocks).length), root);
  const pages = paginate([...body, ...contact, ...annexes], FRAME);
  return {
    root,
    pages: pages.length > 1 ? pages.map((page, at) => [...page, ...folio(sheet, at, pages.length)]) : pages,
  };
}

const beforeAnnex = (list: LetterSheet['blocks']): LetterSheet['blocks'] => {
  const annex = list.findIndex((block) => block.kind === 'annex');
  return annex < 0 ? list : list.slice(0, annex);
};

/** The last two lines go with the contact block, so that it never stands alone on a page. */
const keepTail = (flowables: readonly Flowable[]): Flowable[] =>
  flowables.map((flowable, index) => (index >= flowables.length - 2 ? { ...flowable, keepWithNext: true } : flowable));

/** Page number, and from the second page on the number of the letter: loose sheets must find their letter again. */
function folio(sheet: LetterSheet, at: number, count: number): Placed[] {
  const page = `${String(at + 1)} / ${String(count)}`;
  const number = sheet.number ?? sheet.title;
  return [
    textAt(page, (PAPER.width - widthIn(page, SMALL)) / 2, FRAME.bottom + 16, SMALL, null),
    ...(at > 0 ? [textAt(number, FRAME.right - widthIn(number, SMALL), FRAME.top - 26, SMALL, null)] : []),
  ];
}
