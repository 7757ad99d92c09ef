import type { SheetBlock, SheetColumn } from '../letter-sheet.js';
import type { BrokenLine } from '../line-breaking.js';
import { FRAME, FRAME_HEIGHT } from './paper.js';
import { type Flowable, node, type Placed, type StructureNode } from './placed.js';
import { CELL, linesIn, SMALL, textAt, widthIn } from './text.js';

type LetterTable = Extract<SheetBlock, { kind: 'table' }>;

/** A table whose columns follow its texts or, where it is to be written in by hand, the given shares. */
interface Table extends LetterTable {
  readonly shares?: readonly number[];
  /** Points that a row is high at least. */
  readonly leastHeight?: number;
}

const PADDING = { x: 5, y: 3.5 };
const NARROWEST = 3 * CELL.size;
/** A cell longer than this many lines continues in a row below, so that a row always fits a page. */
const MOST_LINES = Math.floor((FRAME_HEIGHT * 0.6) / CELL.pitch);

interface Cell {
  readonly lines: readonly BrokenLine[];
  readonly element: StructureNode | null;
}

/** Caption, header row (repeated on each page) and rows; a row never breaks over two pages unless it fills one. */
export function table(block: Table, root: StructureNode): Flowable[] {
  const element = node('Table', root);
  const caption = block.caption ? captionLines(block.caption, element) : [];
  const widths = block.shares ? widthsOf(block.shares) : columnWidths(block);
  const labels = block.columns.map((column) => column.label);
  const headRow = node('TR', node('THead', element));
  const header = rowFlow(block, widths, labels, (index) => headerCell(headRow, labels[index] ?? '', 'Column'), true);
  const repeated = rowFlow(block, widths, labels, () => null, true)[0];
  const body = node('TBody', element);
  const rows = [...block.rows, ...(block.totals ? [block.totals] : [])].flatMap((row, at) => {
    const tr = node('TR', body);
    const total = at >= block.rows.length;
    const cellNode = (index: number): StructureNode =>
      index === 0 && (total || block.columns.length > 1) ? headerCell(tr, row[0] ?? '', 'Row') : node('TD', tr);
    return rowFlow(block, widths, row, cellNode, false);
  });
  return [
    ...caption,
    ...header.map((flowable) => ({ ...flowable, keepWithNext: true })),
    ...rows.map((flowable, index) => ({
      ...flowable,
      ...(repeated && { repeat: repeated }),
      // a sum alone on its page says of what it is the sum nowhere
      keepWithNext: block.totals !== undefined && index === rows.length - 2,
    })),
  ];
}

/** An empty corner heads nothing and is a plain cell (a TH without text is announced as silence). */
const headerCell = (row: StructureNode, text: string, scope: 'Column' | 'Row'): StructureNode =>
  text === '' ? node('TD', row) : node('TH', row, { scope });

function captionLines(text: string, element: StructureNode): Flowable[] {
  const caption = node('Caption', element);
  return linesIn(text, SMALL, FRAME.width).map((line) => ({
    height: SMALL.pitch,
    place: (top) => [textAt(line.text, FRAME.left, top, SMALL, caption)],
    keepWithNext: true,
  }));
}

function rowFlow(
  block: Table,
  widths: readonly number[],
  texts: readonly string[],
  elementOf: (index: number) => StructureNode | null,
  isHeader: boolean,
): Flowable[] {
  const cells = block.columns.map((_, index): Cell => ({
    lines: linesIn(texts[index] ?? '', CELL, (widths[index] ?? 0) - 2 * PADDING.x),
    element: elementOf(index),
  }));
  const pieces = Math.ceil(Math.max(...cells.map((cell) => cell.lines.length)) / MOST_LINES);
  return Array.from({ length: pieces }, (_, piece) => {
    const part = cells.map((cell) => ({
      ...cell,
      lines: cell.lines.slice(piece * MOST_LINES, (piece + 1) * MOST_LINES),
    }));
    const needed = Math.max(...part.map((cell) => cell.lines.length), 1) * CELL.pitch + 2 * PADDING.y;
    const height = isHeader ? needed : Math.max(needed, block.leastHeight ?? 0);
    return { height, place: (top: number) => placeRow(block.columns, widths, part, top, height, isHeader) };
  });
}

function placeRow(
  columns: readonly SheetColumn[],
  widths: readonly number[],
  cells: readonly Cell[],
  top: number,
  height: number,
  isHeader: boolean,
): Placed[] {
  const placed: Placed[] = [];
  if (isHeader) placed.push({ kind: 'box', x: FRAME.left, y: top, width: FRAME.width, height, look: 'shade' });
  let x: number = FRAME.left;
  placed.push(horizontal(top), horizontal(top + height), vertical(x, top, height));
  cells.forEach((cell, index) => {
    const width = widths[index] ?? 0;
    const align = isHeader ? 'center' : (columns[index]?.align ?? 'start');
    const room = width - 2 * PADDING.x;
    // cells stand in the middle of their row, as in ruled public forms
    const first = top + (height - cell.lines.length * CELL.pitch) / 2;
    cell.lines.forEach((line, at) => {
      const shift = align === 'end' ? room - line.width : align === 'center' ? (room - line.width) / 2 : 0;
      placed.push(textAt(line.text, x + PADDING.x + shift, first + at * CELL.pitch, CELL, cell.element));
    });
    x += width;
    placed.push(vertical(x, top, height));
  });
  return placed;
}

const horizontal = (y: number): Placed => ({ kind: 'rule', x1: FRAME.left, y1: y, x2: FRAME.right, y2: y });
const vertical = (x: number, top: number, height: number): Placed => ({
  kind: 'rule',
  x1: x,
  y1: top,
  x2: x,
  y2: top + height,
});

function widthsOf(shares: readonly number[]): number[] {
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => (FRAME.width * share) / all);
}

/**
 * Columns that need little get what they need; those that need more share the rest by need. Amount columns are never
 * narrower than their widest amount, because a broken amount is misread.
 */
function columnWidths(block: Table): number[] {
  const all = [block.columns.map((column) => column.label), ...block.rows, ...(block.totals ? [block.totals] : [])];
  const needs = block.columns.map((_, index) => {
    const widest = Math.max(...all.map((row) => widthIn(row[index] ?? '', CELL)));
    return Math.max(widest, NARROWEST) + 2 * PADDING.x + 1;
  });
  const total = needs.reduce((sum, need) => sum + need, 0);
  if (total <= FRAME.width) {
    const flexible = block.columns.map((column) => column.align === 'start');
    const shares = needs.map((need, index) => (flexible[index] || !flexible.includes(true) ? need : 0));
    const shared = shares.reduce((sum, share) => sum + share, 0);
    return needs.map((need, index) => need + ((FRAME.width - total) * (shares[index] ?? 0)) / shared);
  }
  return squeezed(block.columns, needs);
}

function squeezed(columns: readonly SheetColumn[], needs: readonly number[]): number[] {
  const widths = new Map<number, number>();
  columns.forEach((column, index) => {
    if (column.align === 'end') widths.set(index, needs[index] ?? 0);
  });
  for (;;) {
    const fixed = [...widths.values()].reduce((sum, width) => sum + width, 0);
    const open = needs.map((_, index) => index).filter((index) => !widths.has(index));
    const fair = (FRAME.width - fixed) / Math.max(open.length, 1);
    const modest = open.filter((index) => (needs[index] ?? 0) <= fair);
    if (modest.length === 0 || open.length === 0) {
      const wanted = open.reduce((sum, index) => sum + (needs[index] ?? 0), 0);
      const weight = (need: number): number => 0.5 / open.length + (0.5 * need) / wanted;
      return needs.map((need, index) => widths.get(index) ?? (FRAME.width - fixed) * weight(need));
    }
    for (const index of modest) widths.set(index, needs[index] ?? 0);
  }
}
