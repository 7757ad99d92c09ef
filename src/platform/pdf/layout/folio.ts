import { FRAME, PAPER } from './paper.js';
import type { Placed, StructureNode } from './placed.js';
import { SMALL, textAt, widthIn } from './text.js';

/** Where everything on the paper stands, page by page, and what part of the document it belongs to. */
export interface LaidOutSheet {
  readonly root: StructureNode;
  readonly pages: readonly (readonly Placed[])[];
}

/** Page numbers, and from the second page on what the paper is: loose sheets must find one another again. */
export function withFolios(pages: readonly (readonly Placed[])[], name: string): Placed[][] {
  return pages.map((page, at) => {
    const number = `${String(at + 1)} / ${String(pages.length)}`;
    return [
      ...page,
      textAt(number, (PAPER.width - widthIn(number, SMALL)) / 2, FRAME.bottom + 16, SMALL, null),
      ...(at > 0 ? [textAt(name, FRAME.right - widthIn(name, SMALL), FRAME.top - 26, SMALL, null)] : []),
    ];
  });
}
