import type { FormSheet } from '../form-sheet.js';
import { EM, FRAME, LINE } from './paper.js';
import { type Flowable, node, space, spread, type StructureNode } from './placed.js';
import { BODY, textAt, widthIn } from './text.js';
import { toWriteOn, WRITING_PITCH } from './writing.js';

const LINE_TO_WRITE_ON = 19 * EM;

/** The date at the right, to be filled in, and below it to whom the paper goes. */
export function dateAndAddressee({ date, addressee }: FormSheet, root: StructureNode): Flowable[] {
  const dateNode = node('P', root);
  const addresseeNode = node('P', root);
  return [
    {
      height: LINE,
      place: (top) => [textAt(date, FRAME.right - widthIn(date, BODY), top, BODY, dateNode)],
    },
    space(LINE * 0.5),
    { height: LINE, place: (top) => [textAt(addressee, FRAME.left + EM, top, BODY, addresseeNode)] },
    space(LINE * 0.3),
  ];
}

/** Who applies: labels of one width, each with a line to write on, at the right of the paper. */
export function applicant(labels: readonly string[], root: StructureNode): Flowable[] {
  const width = Math.max(...labels.map((label) => widthIn(label, BODY)));
  const writeFrom = FRAME.right - LINE_TO_WRITE_ON;
  return labels.map((label) => {
    const natural = widthIn(label, BODY);
    const spacing = spread(label, natural, width);
    const element = node('P', root, spacing > 0 ? { actual: label } : {});
    return {
      height: WRITING_PITCH,
      place: (top) => [
        textAt(label, writeFrom - EM - width, top + WRITING_PITCH - LINE, BODY, element, spacing),
        toWriteOn(writeFrom, FRAME.right, top + WRITING_PITCH),
      ],
    };
  });
}
