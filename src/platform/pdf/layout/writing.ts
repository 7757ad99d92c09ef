import type { PlacedRule, TextStyle } from './placed.js';

/** 9 mm from line to line: many who fill in a form are old, and write with a ball pen at a kitchen table. */
export const WRITING_PITCH = (9 / 25.4) * 72;

/** What stands on a line to write on: 年, 月, 日, a unit. */
export const PRINTED: TextStyle = { face: 'sans', size: 10, pitch: WRITING_PITCH };

export const ruled = (x1: number, y1: number, x2: number, y2: number): PlacedRule => ({ kind: 'rule', x1, y1, x2, y2 });

export const toWriteOn = (x1: number, x2: number, y: number): PlacedRule => ({
  ...ruled(x1, y, x2, y),
  look: 'to-write-on',
});

/** The four sides of a box. */
export const boxed = (left: number, right: number, top: number, bottom: number): PlacedRule[] => [
  ruled(left, top, right, top),
  ruled(left, bottom, right, bottom),
  ruled(left, top, left, bottom),
  ruled(right, top, right, bottom),
];
