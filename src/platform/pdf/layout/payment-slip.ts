import type { SheetBlock } from '../letter-sheet.js';
import { FRAME } from './paper.js';
import { type Flowable, node, type Placed, type StructureNode, type TextStyle } from './placed.js';
import { HEADING, linesIn, textAt, widthIn } from './text.js';

type Slip = Extract<SheetBlock, { kind: 'slip' }>;

const ROW: TextStyle = { face: 'sans', size: 8, pitch: 10.5 };
const AMOUNT: TextStyle = { face: 'sans', size: 11, pitch: 14 };
const PADDING = { x: 4, y: 1.75 };
const LABEL_WIDTH = 72;
const STAMP = { width: 92, gap: 8 };
const CUT = 13;
const TABLE = { left: FRAME.left, right: FRAME.right - STAMP.width - STAMP.gap } as const;
const TEXT_WIDTH = TABLE.right - TABLE.left - LABEL_WIDTH;

/** 納付の用紙: the same slip once for each who keeps a part, with a line to cut along between them and room for the bank's stamp. */
export function paymentSlip(block: Slip, root: StructureNode): Flowable[] {
  return block.parts.map((part, index) => onePart(block, part, index > 0, root));
}

function onePart(block: Slip, part: Slip['parts'][number], cutAbove: boolean, root: StructureNode): Flowable {
  const parent = node('Div', root);
  const heading = node('H3', parent);
  const table = node('Table', parent);
  const rows = block.rows.map(({ label, text, strong }) => {
    const row = node('TR', table);
    const style = strong ? AMOUNT : ROW;
    const lines = linesIn(text, style, TEXT_WIDTH - 2 * PADDING.x);
    return {
      ...{ label, lines, style, height: Math.max(lines.length, 1) * style.pitch + 2 * PADDING.y },
      ...{ head: node('TH', row, { scope: 'Row' as const }), cell: node('TD', row) },
    };
  });
  const stamp = node('P', parent);
  const above = cutAbove ? CUT : 0;
  const height = above + HEADING.pitch + rows.reduce((sum, row) => sum + row.height, 0) + 3;
  return {
    height,
    place: (top) => {
      const placed: Placed[] = cutAbove ? cutLine(top) : [];
      placed.push(textAt(`${block.title}　${part.name}`, TABLE.left, top + above, HEADING, heading));
      placed.push(keptBy(part.keptBy, top + above, heading));
      const first = top + above + HEADING.pitch;
      let y = first;
      placed.push(horizontal(y));
      for (const row of rows) {
        const middle = y + (row.height - ROW.pitch) / 2;
        placed.push(textAt(row.label, TABLE.left + PADDING.x, middle, ROW, row.head));
        row.lines.forEach((line, at) => {
          const x = TABLE.left + LABEL_WIDTH + PADDING.x;
          placed.push(textAt(line.text, x, y + PADDING.y + at * row.style.pitch, row.style, row.cell));
        });
        y += row.height;
        placed.push(horizontal(y));
      }
      for (const x of [TABLE.left, TABLE.left + LABEL_WIDTH, TABLE.right]) placed.push(vertical(x, first, y));
      placed.push(...stampBox(block.stamp, first, stamp));
      return placed;
    },
  };
}

function keptBy(text: string, top: number, element: StructureNode): Placed {
  return textAt(text, FRAME.right - widthIn(text, ROW), top + HEADING.pitch - ROW.pitch - 3, ROW, element);
}

function stampBox(label: string, top: number, element: StructureNode): Placed[] {
  const x = FRAME.right - STAMP.width;
  const middle = x + (STAMP.width - widthIn(label, ROW)) / 2;
  return [...square(x, top + ROW.pitch + 2), textAt(label, middle, top, ROW, element)];
}

/** Not the square of a seal: 公印 would stand in it. */
function square(x: number, y: number): Placed[] {
  const [right, bottom] = [x + STAMP.width, y + STAMP.width];
  const rule = (x1: number, y1: number, x2: number, y2: number): Placed => ({
    ...{ kind: 'rule', look: 'to-write-on' },
    ...{ x1, y1, x2, y2 },
  });
  return [rule(x, y, right, y), rule(x, bottom, right, bottom), rule(x, y, x, bottom), rule(right, y, right, bottom)];
}

/** Grey, with what it is for in its middle; nothing that is read out. */
function cutLine(top: number): Placed[] {
  const words = '切り取り線';
  const width = widthIn(words, ROW);
  const y = top + CUT / 2 - 1;
  const left = (FRAME.left + FRAME.right - width) / 2;
  const rule = (x1: number, x2: number): Placed => ({ kind: 'rule', x1, y1: y, x2, y2: y, look: 'to-write-on' });
  return [
    rule(FRAME.left, left - 4),
    { ...textAt(words, left, y - ROW.pitch / 2, ROW, null), grey: true },
    rule(left + width + 4, FRAME.right),
  ];
}

const horizontal = (y: number): Placed => ({ kind: 'rule', x1: TABLE.left, y1: y, x2: TABLE.right, y2: y });
const vertical = (x: number, y1: number, y2: number): Placed => ({ kind: 'rule', x1: x, y1, x2: x, y2 });
