import type { FaceName } from '../face.js';
import { clustersOf } from '../face.js';

/** A part of the document as assistive technology meets it (ISO 32000-1, 14.8.4): its children, or text drawn for it. */
export interface StructureNode {
  readonly tag: string;
  readonly children: StructureNode[];
  /** For header cells: what the cell heads. */
  readonly scope?: 'Column' | 'Row';
  /** What is read aloud where spread characters would be spelled out one by one. */
  readonly actual?: string;
}

export interface PlacedText {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly face: FaceName;
  readonly size: number;
  /** Added after each character, in points. */
  readonly spacing: number;
  /** Null for what only repeats or decorates: an artifact. */
  readonly node: StructureNode | null;
  readonly grey?: boolean;
}

/** Large and pale behind everything else of its page: 見本. */
export interface PlacedMark {
  readonly kind: 'mark';
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly size: number;
}

export interface PlacedRule {
  readonly kind: 'rule';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** A grey line to write on; without it a black line that rules the paper. */
  readonly look?: 'to-write-on';
}

export interface PlacedBox {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** `shade` fills behind a table's header; `seal` is the dashed square where the stamp goes. */
  readonly look: 'shade' | 'seal';
}

/** A QR code whose dark modules fill a square; `reads` is what a camera reads from it. */
export interface PlacedQr {
  readonly kind: 'qr';
  readonly reads: string;
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

export type Placed = PlacedQr | PlacedText | PlacedMark | PlacedRule | PlacedBox;

/** Something as high as `height` points that stands undivided on one page; `place` is told its upper edge. */
export interface Flowable {
  readonly height: number;
  readonly place: (top: number) => Placed[];
  /** Stays on the same page as the next one: a caption, 以上 below its last line. */
  readonly keepWithNext?: boolean;
  /** Left out where a page begins with it: blank space. */
  readonly blank?: boolean;
  /** Placed again at the top when a page begins with this: the header row of a table. */
  readonly repeat?: Flowable;
  /** Begins a page: 別紙. */
  readonly newPage?: boolean;
  /** Stands at the foot of its page: the contact block. */
  readonly atFoot?: boolean;
}

export const node = (
  tag: string,
  parent: StructureNode,
  more: { scope?: 'Column' | 'Row'; actual?: string } = {},
): StructureNode => {
  const child: StructureNode = { tag, children: [], ...more };
  parent.children.push(child);
  return child;
};

export const space = (height: number): Flowable => ({ height, place: () => [], blank: true });

export interface TextStyle {
  readonly face: FaceName;
  readonly size: number;
  /** Distance from line to line, in points. */
  readonly pitch: number;
}

/** The baseline of a line whose upper edge is `top`: the character stands in the middle of its pitch. */
export const baselineIn = (top: number, style: TextStyle): number =>
  top + (style.pitch - style.size) / 2 + style.size * 0.88;

/** Spacing that spreads a text over `width`: nothing is added behind its last character (均等割付). */
export function spread(text: string, natural: number, width: number): number {
  const gaps = clustersOf(text).length - 1;
  return gaps > 0 && width > natural ? (width - natural) / gaps : 0;
}
