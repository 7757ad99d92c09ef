import type { SheetCheck } from '../letter-sheet.js';
import { FRAME } from './paper.js';
import { node, type Placed, type StructureNode, type TextStyle } from './placed.js';
import { linesIn, textAt } from './text.js';

/** 16 mm: a telephone reads the 37 modules that a long address takes. */
const SIDE = 45;
const GAP = 6;
const NOTE: TextStyle = { face: 'sans', size: 7, pitch: 9 };
const ROOM = 155;

/** In the lower margin at the right, clear of the page number: how anyone can ask whether this letter is real. */
export function checkNote({ code, page }: SheetCheck, root: StructureNode): Placed[] {
  const top = FRAME.bottom + 6;
  const left = FRAME.right - SIDE - GAP - ROOM;
  const element = node('P', root);
  const lines = ['この文書が本物かどうかを確かめられます', `確認コード　${code}`, page].flatMap((text) =>
    linesIn(text, NOTE, ROOM),
  );
  return [
    { kind: 'qr', reads: `${page}/${code}`, x: FRAME.right - SIDE, y: top, side: SIDE },
    ...lines.map((line, at) => textAt(line.text, left + ROOM - line.width, top + at * NOTE.pitch + 2, NOTE, element)),
  ];
}
