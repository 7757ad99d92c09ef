import type { FormBlock, FormRoom } from '../form-sheet.js';
import { EM, FRAME, FRAME_HEIGHT } from './paper.js';
import { type Flowable, node, type Placed, type PlacedText, type StructureNode, type TextStyle } from './placed.js';
import { linesIn, textAt, widthIn } from './text.js';
import { boxed, PRINTED, ruled, toWriteOn, WRITING_PITCH } from './writing.js';

type Answer = Extract<FormBlock, { kind: 'answer' }>;
type ShortRoom = Exclude<FormRoom, { kind: 'lines' }>;

const LABEL: TextStyle = { face: 'sans', size: 10, pitch: 14.5 };
const NOTE: TextStyle = { face: 'sans', size: 8.5, pitch: 12.5 };
const READ: TextStyle = { face: 'sans', size: 10, pitch: 16 };
const BOX: TextStyle = { face: 'sans', size: 13, pitch: 22 };
const OPTION: TextStyle = { face: 'sans', size: 10, pitch: 22 };
const PADDING = { x: 6, y: 5 };
const LABEL_RIGHT = FRAME.left + 13 * EM;
/** What is beside its label stands undivided on a page; what is higher goes below the label. */
const MOST_BESIDE = FRAME_HEIGHT * 0.5;
/** So many lines stay together with their label, and so many at least go on over the page. */
const KEPT_LINES = 3;

/** One line of the room for an answer, as high as it is told, its left edge at `left`. */
interface RoomLine {
  readonly height: number;
  readonly place: (left: number, top: number) => Placed[];
}

/** A question with the room to answer it: beside its label where that is short, else below it across the paper. */
export function answer(asked: Answer, root: StructureNode): Flowable[] {
  const { room } = asked;
  if (room.kind === 'lines') return below(asked, () => writingLines(room.count), root);
  const width = FRAME.right - LABEL_RIGHT - 2 * PADDING.x;
  const height = heightOf(roomLines(room, width, { tag: 'Div', children: [] }));
  if (height > MOST_BESIDE) return below(asked, (parent) => roomLines(room, FRAME.width - 2 * PADDING.x, parent), root);
  return [beside({ ...asked, room }, width, root)];
}

const heightOf = (lines: readonly RoomLine[]): number => lines.reduce((sum, { height }) => sum + height, 0);

function beside(asked: Answer & { readonly room: ShortRoom }, width: number, root: StructureNode): Flowable {
  const { room } = asked;
  const element = node('Div', root);
  const label = labelLines(asked, LABEL_RIGHT - FRAME.left - 2 * PADDING.x, element);
  const lines = roomLines(room, width, element);
  const around = room.kind === 'boxes' ? 2 * PADDING.y : 0;
  const height = Math.max(heightOf(label) + 2 * PADDING.y, heightOf(lines) + around);
  return {
    height,
    place: (top) => [
      { kind: 'box', x: FRAME.left, y: top, width: LABEL_RIGHT - FRAME.left, height, look: 'shade' },
      ...boxed(FRAME.left, FRAME.right, top, top + height),
      ...boxed(FRAME.left, LABEL_RIGHT, top, top + height),
      ...stacked(label, FRAME.left + PADDING.x, top + (height - heightOf(label)) / 2),
      ...stacked(lines, LABEL_RIGHT + PADDING.x, top + (height - heightOf(lines)) / 2),
    ],
  };
}

/** The label as a strip across the paper, said again where its lines go on over the page. */
function below(asked: Answer, roomBelow: (parent: StructureNode) => RoomLine[], root: StructureNode): Flowable[] {
  const element = node('Div', root);
  const width = FRAME.width - 2 * PADDING.x;
  const head = strip(labelLines(asked, width, element));
  const again = strip(labelLines({ label: `${asked.label}（続き）`, note: '' }, width, null));
  const lines = roomBelow(element);
  return [
    { ...head, keepWithNext: true },
    ...lines.map(({ height, place }, index): Flowable => ({
      height,
      repeat: again,
      keepWithNext: index < lines.length - 1 && (index < KEPT_LINES - 1 || index >= lines.length - KEPT_LINES),
      place: (top) => [
        ruled(FRAME.left, top, FRAME.left, top + height),
        ruled(FRAME.right, top, FRAME.right, top + height),
        ...place(FRAME.left + PADDING.x, top),
        ...(index === lines.length - 1 ? [ruled(FRAME.left, top + height, FRAME.right, top + height)] : []),
      ],
    })),
  ];
}

function strip(label: readonly RoomLine[]): Flowable {
  const height = heightOf(label) + 2 * PADDING.y;
  return {
    height,
    place: (top) => [
      { kind: 'box', x: FRAME.left, y: top, width: FRAME.width, height, look: 'shade' },
      ...boxed(FRAME.left, FRAME.right, top, top + height),
      ...stacked(label, FRAME.left + PADDING.x, top + PADDING.y),
    ],
  };
}

function stacked(lines: readonly RoomLine[], left: number, from: number): Placed[] {
  let top = from;
  return lines.flatMap((line) => {
    const placed = line.place(left, top);
    top += line.height;
    return placed;
  });
}

/** `parent` is null where the label is only said again. */
function labelLines(
  { label, note }: Pick<Answer, 'label' | 'note'>,
  width: number,
  parent: StructureNode | null,
): RoomLine[] {
  return [...textLines(label, LABEL, width, parent), ...(note === '' ? [] : textLines(note, NOTE, width, parent))];
}

function textLines(text: string, style: TextStyle, width: number, parent: StructureNode | null): RoomLine[] {
  const element = parent && node('P', parent);
  return linesIn(text, style, width).map((line) => ({
    height: style.pitch,
    place: (left, top) => [textAt(line.text, left, top, style, element)],
  }));
}

/** The last line is the rule at the foot. */
const writingLines = (count: number): RoomLine[] =>
  Array.from({ length: count }, (_, index) => ({
    height: WRITING_PITCH,
    place: (left, top) => (index === count - 1 ? [] : [toWriteOn(left, FRAME.right - PADDING.x, top + WRITING_PITCH)]),
  }));

function roomLines(room: ShortRoom, width: number, parent: StructureNode): RoomLine[] {
  if (room.kind === 'boxes') {
    const read = room.text === '' ? [] : textLines(room.text, READ, width, parent);
    return [...read, ...boxLines(room.options, width, parent)];
  }
  return room.lines.map(({ words, unit }, index) => {
    const element = words + unit === '' ? null : node('P', parent);
    return {
      height: WRITING_PITCH,
      place: (left, top) => [
        textAt(words, left, top, PRINTED, element),
        textAt(unit, left + width - widthIn(unit, PRINTED), top, PRINTED, element),
        ...(index < room.lines.length - 1 ? [toWriteOn(left, left + width, top + WRITING_PITCH)] : []),
      ],
    };
  });
}

/** Boxes to tick, as many beside one another as fit; a long option goes on below its own words. */
function boxLines(options: readonly string[], width: number, parent: StructureNode): RoomLine[] {
  const lines: PlacedOption[][] = [];
  let right = Infinity;
  for (const option of options) {
    const element = node('P', parent);
    const [first, ...rest] = linesOf(option, width - BOX_WIDTH);
    const needed = BOX_WIDTH + widthIn(first ?? '', OPTION);
    if (right + needed > width) {
      lines.push([]);
      right = 0;
    }
    lines.at(-1)?.push({ text: first ?? '', x: right, boxed: true, element });
    for (const text of rest) lines.push([{ text, x: 0, boxed: false, element }]);
    right = rest.length > 0 ? Infinity : right + needed + 2 * EM;
  }
  return lines.map((line) => ({
    height: OPTION.pitch,
    place: (left, top) => line.flatMap((option) => placeOption(option, left, top)),
  }));
}

interface PlacedOption {
  readonly text: string;
  readonly x: number;
  readonly boxed: boolean;
  readonly element: StructureNode;
}

const BOX_WIDTH = BOX.size + 4;

const linesOf = (option: string, width: number): string[] => linesIn(option, OPTION, width).map(({ text }) => text);

const placeOption = ({ text, x, boxed: withBox, element }: PlacedOption, left: number, top: number): PlacedText[] => [
  ...(withBox ? [textAt('□', left + x, top, BOX, element)] : []),
  textAt(text, left + x + BOX_WIDTH, top, OPTION, element),
];
