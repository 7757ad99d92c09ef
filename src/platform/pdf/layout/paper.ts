/** A4 portrait in points, set as 42 characters of 10.5 pt to a line, the usual grid of a 公文書 (左横書き). */
export const PAPER = { width: 595.28, height: 841.89 } as const;

/** One character of the body: every indent is a whole number of these. */
export const EM = 10.5;
export const LINE = 17;

const CHARACTERS_A_LINE = 42;
export const FRAME = {
  left: (PAPER.width - CHARACTERS_A_LINE * EM) / 2,
  right: (PAPER.width + CHARACTERS_A_LINE * EM) / 2,
  width: CHARACTERS_A_LINE * EM,
  top: 62,
  bottom: PAPER.height - 62,
} as const;
export const FRAME_HEIGHT = FRAME.bottom - FRAME.top;
