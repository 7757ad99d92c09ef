import { face } from '../face.js';
import { breakLines, type BrokenLine, widthOf } from '../line-breaking.js';
import { EM, LINE } from './paper.js';
import { baselineIn, type Flowable, type PlacedText, spread, type StructureNode, type TextStyle } from './placed.js';

export const BODY: TextStyle = { face: 'serif', size: EM, pitch: LINE };
export const TITLE: TextStyle = { face: 'serif', size: 14, pitch: 23 };
export const HEADING: TextStyle = { face: 'sans', size: 11, pitch: 20 };
export const SMALL: TextStyle = { face: 'sans', size: 9, pitch: 14 };
export const CELL: TextStyle = { face: 'sans', size: 9, pitch: 13.5 };

export const widthIn = (text: string, style: TextStyle): number => widthOf(text, face(style.face), style.size);

export const linesIn = (text: string, style: TextStyle, width: number, firstIndent = 0): BrokenLine[] =>
  breakLines(text, face(style.face), style.size, width, firstIndent);

export function textAt(
  text: string,
  x: number,
  top: number,
  style: TextStyle,
  node: StructureNode | null,
  spacing = 0,
): PlacedText {
  return { kind: 'text', text, x, baseline: baselineIn(top, style), face: style.face, size: style.size, spacing, node };
}

/** A line spread to both margins, unless it ends its paragraph or stops far short because a long word moved on. */
export function justified(line: BrokenLine, room: number): number {
  const slack = room - line.width;
  return line.last || slack > 2.5 * EM ? 0 : spread(line.text, line.width, room);
}

/** One flowable a line; the first and the last two lines stay together, so that no line stands alone on a page. */
export function lineFlow(
  lines: readonly BrokenLine[],
  style: TextStyle,
  place: (line: BrokenLine, index: number, top: number) => PlacedText[],
): Flowable[] {
  return lines.map((line, index) => ({
    height: style.pitch,
    place: (top) => place(line, index, top),
    keepWithNext: index < lines.length - 1 && (index === 0 || index === lines.length - 2),
  }));
}
