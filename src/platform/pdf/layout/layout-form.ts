import type { FormBlock, FormPart, FormSheet } from '../form-sheet.js';
import { type LaidOutSheet, withFolios } from './folio.js';
import { answer } from './form-answer.js';
import { applicant, dateAndAddressee } from './form-head.js';
import { formLabel, title } from './head.js';
import { paginate } from './paginate.js';
import { FRAME, LINE } from './paper.js';
import { type Flowable, node, space, type StructureNode } from './placed.js';
import { table } from './table.js';
import { CELL, HEADING, lineFlow, linesIn, textAt } from './text.js';
import { WRITING_PITCH } from './writing.js';

/** Where everything on a blank form stands; headings stay with what they head, and a label with the first of its lines. */
export function layoutForm(sheet: FormSheet): LaidOutSheet {
  const root: StructureNode = { tag: 'Document', children: [] };
  const flowables = [
    ...formLabel(sheet.formLabel, root),
    ...dateAndAddressee(sheet, root),
    ...applicant(sheet.applicant, root),
    space(LINE),
    title(sheet.title, null, root),
    space(LINE * 0.7),
    ...sheet.opening.flatMap((text) => paragraph(text, root)),
    ...sheet.parts.flatMap((each, index) => part(each, index + 1, root)),
  ];
  return { root, pages: withFolios(paginate(flowables, FRAME), sheet.title) };
}

function part({ title: heading, lead, blocks }: FormPart, number: number, root: StructureNode): Flowable[] {
  const element = node('H2', root);
  const lines = linesIn(`${String(number)}　${heading}`, HEADING, FRAME.width);
  return [
    space(LINE),
    ...lines.map((line): Flowable => ({
      height: HEADING.pitch,
      place: (top) => [textAt(line.text, FRAME.left, top, HEADING, element)],
      keepWithNext: true,
    })),
    ...(lead === '' ? [] : paragraph(lead, root).map((flowable) => ({ ...flowable, keepWithNext: true }))),
    { ...space(4), keepWithNext: true },
    ...blocks.flatMap((each, index) => [
      ...(each.kind === 'table' && blocks[index - 1]?.kind === 'answer' ? [space(LINE * 0.6)] : []),
      ...block(each, root),
    ]),
  ];
}

function block(each: FormBlock, root: StructureNode): Flowable[] {
  switch (each.kind) {
    case 'answer':
      return answer(each, root);
    case 'paragraph':
      return paragraph(each.text, root);
    case 'table': {
      const { columns, toWrite } = each;
      const ruled = { ...each, shares: columns.map(({ share }) => share), leastHeight: toWrite ? WRITING_PITCH : 0 };
      return [...table(ruled, root), space(LINE * 0.6)];
    }
  }
}

function paragraph(text: string, root: StructureNode): Flowable[] {
  const element = node('P', root);
  return lineFlow(linesIn(text, CELL, FRAME.width), CELL, (line, _, top) => [
    textAt(line.text, FRAME.left, top, CELL, element),
  ]);
}
