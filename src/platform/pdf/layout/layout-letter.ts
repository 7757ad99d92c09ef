import type { LetterSheet } from '../letter-sheet.js';
import { blocks, contactBlock } from './blocks.js';
import { checkNote } from './check-note.js';
import { type LaidOutSheet, withFolios } from './folio.js';
import { head } from './head.js';
import { paginate } from './paginate.js';
import { FRAME, PAPER } from './paper.js';
import type { Flowable, Placed, PlacedMark, StructureNode } from './placed.js';

/** Where every character of the letter stands, page by page, and what part of the document it belongs to. */
export function layoutLetter(sheet: LetterSheet): LaidOutSheet {
  const root: StructureNode = { tag: 'Document', children: [] };
  const main = [...head(sheet, root), ...blocks(beforeAnnex(sheet.blocks), root)];
  const contact = sheet.contact ? [contactBlock(sheet.contact, root)] : [];
  const body = contact.length > 0 ? keepTail(main) : main;
  const annexes = blocks(sheet.blocks.slice(beforeAnnex(sheet.blocks).length), root);
  const pages = paginate([...body, ...contact, ...annexes], FRAME);
  if (sheet.check) pages[0]?.push(...checkNote(sheet.check, root));
  const numbered = pages.length > 1 ? withFolios(pages, sheet.number ?? sheet.title) : pages;
  return { root, pages: sheet.mark === undefined ? numbered : withMark(numbered, sheet.mark) };
}

/** Full-width characters side by side over the middle of each page. */
function withMark(pages: readonly (readonly Placed[])[], text: string): Placed[][] {
  const size = FRAME.width / text.length;
  const mark: PlacedMark = {
    ...{ kind: 'mark', text, size },
    ...{ x: FRAME.left, baseline: (PAPER.height + size * 0.76) / 2 },
  };
  return pages.map((page) => [mark, ...page]);
}

const beforeAnnex = (list: LetterSheet['blocks']): LetterSheet['blocks'] => {
  const annex = list.findIndex((block) => block.kind === 'annex');
  return annex < 0 ? list : list.slice(0, annex);
};

/** The last two lines go with the contact block, so that it never stands alone on a page. */
const keepTail = (flowables: readonly Flowable[]): Flowable[] =>
  flowables.map((flowable, index) => (index >= flowables.length - 2 ? { ...flowable, keepWithNext: true } : flowable));
