import type { SheetBlock, SheetContact, SheetItem } from '../letter-sheet.js';
import { EM, FRAME, LINE, PAPER } from './paper.js';
import { type Flowable, node, space, spread, type StructureNode } from './placed.js';
import { paymentSlip } from './payment-slip.js';
import { table } from './table.js';
import { BODY, HEADING, justified, lineFlow, linesIn, SMALL, textAt, widthIn } from './text.js';

export function blocks(list: readonly SheetBlock[], root: StructureNode): Flowable[] {
  return list.flatMap((block, index) => {
    switch (block.kind) {
      case 'paragraph':
        return paragraph(block.text, root);
      case 'keki':
        return keki(root);
      case 'items':
        return [...(list[index - 1]?.kind === 'paragraph' ? [space(LINE * 0.5)] : []), ...items(block.items, root)];
      case 'table':
        return [space(LINE * 0.5), ...table(block, root), space(LINE * 0.5)];
      case 'slip':
        return paymentSlip(block, root);
      case 'heading':
        return heading(block.text, root);
      case 'annex':
        return annex(block.title, root);
      case 'end':
        return [end(root)];
    }
  });
}

function paragraph(text: string, root: StructureNode): Flowable[] {
  return text.split('\n').flatMap((part) => {
    const element = node('P', root);
    return lineFlow(linesIn(part, BODY, FRAME.width, EM), BODY, (line, index, top) => {
      const indent = index === 0 ? EM : 0;
      return [textAt(line.text, FRAME.left + indent, top, BODY, element, justified(line, FRAME.width - indent))];
    });
  });
}

function keki(root: StructureNode): Flowable[] {
  const element = node('P', root);
  return [
    space(LINE * 0.6),
    {
      height: LINE,
      place: (top) => [textAt('記', (PAPER.width - EM) / 2, top, BODY, element)],
      keepWithNext: true,
    },
    { ...space(LINE * 0.6), keepWithNext: true },
  ];
}

const LABEL_LEFT = FRAME.left + 3 * EM;
const LABEL_WIDTH = 10 * EM;
const POINT_INDENT = 2 * EM;

function items(list: readonly SheetItem[], root: StructureNode): Flowable[] {
  const element = node('L', root);
  const natural = Math.max(...list.map((item) => widthIn(item.label, BODY)));
  const labelWidth = Math.min(natural, LABEL_WIDTH);
  const textLeft = LABEL_LEFT + (labelWidth > 0 ? labelWidth + EM * 1.5 : 0);
  return list.flatMap((item, index) => oneItem(item, index + 1, labelWidth, textLeft, element));
}

function oneItem(
  item: SheetItem,
  number: number,
  labelWidth: number,
  textLeft: number,
  list: StructureNode,
): Flowable[] {
  const element = node('LI', list);
  const numberNode = node('Lbl', element);
  const body = node('LBody', element);
  const labels = item.label ? linesIn(item.label, BODY, labelWidth) : [];
  const labelSpacing = labels.length === 1 ? spread(item.label, labels[0]?.width ?? 0, labelWidth) : 0;
  const labelNode = item.label ? node('Span', body, labelSpacing > 0 ? { actual: item.label } : {}) : null;
  const textNode = node('Span', body);
  const room = FRAME.right - textLeft;
  const texts = linesIn(item.text, BODY, room);
  const figure = itemNumber(number);
  const lines = Array.from({ length: Math.max(labels.length, texts.length, 1) }, (_, at) => at);
  return [
    ...lines.map((at): Flowable => ({
      height: LINE,
      keepWithNext: at === 0 && (lines.length > 1 || (item.points?.length ?? 0) > 0),
      place: (top) => {
        const label = labels[at];
        const text = texts[at];
        return [
          ...(at === 0 ? [textAt(figure, LABEL_LEFT - EM - widthIn(figure, BODY), top, BODY, numberNode)] : []),
          ...(label ? [textAt(label.text, LABEL_LEFT, top, BODY, labelNode, labelSpacing)] : []),
          ...(text ? [textAt(text.text, textLeft, top, BODY, textNode, justified(text, room))] : []),
        ];
      },
    })),
    ...points(item.points ?? [], body),
  ];
}

/** １ to ９ stand full-width on the grid, larger numbers half-width (公用文作成の考え方). */
const itemNumber = (number: number): string => (number < 10 ? String.fromCodePoint(0xff10 + number) : String(number));

function points(list: readonly string[], parent: StructureNode): Flowable[] {
  if (list.length === 0) return [];
  const element = node('L', parent);
  const left = LABEL_LEFT + POINT_INDENT;
  return list.flatMap((text, index) => {
    const one = node('LI', element);
    const label = node('Lbl', one);
    const body = node('LBody', one);
    return lineFlow(linesIn(text, BODY, FRAME.right - left), BODY, (line, at, top) => [
      ...(at === 0 ? [textAt(`(${String(index + 1)})`, LABEL_LEFT, top, BODY, label)] : []),
      textAt(line.text, left, top, BODY, body, justified(line, FRAME.right - left)),
    ]);
  });
}

function heading(text: string, root: StructureNode): Flowable[] {
  const element = node('H2', root);
  return [
    space(LINE * 0.5),
    ...linesIn(text, HEADING, FRAME.width).map((line): Flowable => ({
      height: HEADING.pitch,
      place: (top) => [textAt(line.text, FRAME.left, top, HEADING, element)],
      keepWithNext: true,
    })),
  ];
}

function annex(text: string, root: StructureNode): Flowable[] {
  const element = node('H2', root);
  return linesIn(text, HEADING, FRAME.width).map((line, index): Flowable => ({
    height: HEADING.pitch,
    place: (top) => [textAt(line.text, FRAME.left, top, HEADING, element)],
    keepWithNext: true,
    newPage: index === 0,
  }));
}

function end(root: StructureNode): Flowable {
  const element = node('P', root);
  return {
    height: LINE,
    place: (top) => [textAt('以上', FRAME.right - 3 * EM, top, BODY, element)],
  };
}

/** At the right of the page's foot: section, telephone, mail. */
export function contactBlock(contact: SheetContact, root: StructureNode): Flowable {
  const parent = node('Div', root);
  const all = [contact.heading, ...contact.lines];
  const width = Math.min(Math.max(...all.map((line) => widthIn(line, SMALL))), FRAME.width - EM);
  const lines = all.flatMap((text) => {
    const element = node('P', parent);
    return linesIn(text, SMALL, width).map((line) => ({ line, element }));
  });
  return {
    height: LINE + lines.length * SMALL.pitch,
    atFoot: true,
    place: (top) =>
      lines.map(({ line, element }, index) =>
        textAt(line.text, FRAME.right - EM - width, top + LINE + index * SMALL.pitch, SMALL, element),
      ),
  };
}
