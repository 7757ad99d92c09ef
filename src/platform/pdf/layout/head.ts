import type { LetterSheet, SheetAddressee, SheetSender } from '../letter-sheet.js';
import { wordsOf } from '../line-breaking.js';
import { EM, FRAME, LINE, PAPER } from './paper.js';
import { type Flowable, node, type Placed, space, spread, type StructureNode } from './placed.js';
import { BODY, linesIn, SMALL, textAt, TITLE, widthIn } from './text.js';

/** The side of an office's stamp: 21 mm. */
const SEAL = 60;
const ADDRESSEE_WIDTH = 26 * EM;
const SENDER_WIDTH = 24 * EM;
const TITLE_WIDTH = 34 * EM;

/** Everything above the body, from the form label to the title. */
export function head(sheet: LetterSheet, root: StructureNode): Flowable[] {
  return [
    ...formLabel(sheet.formLabel, root),
    reference(sheet.number, sheet.date, root),
    space(LINE),
    addressee(sheet.addressee, root),
    ...(sheet.sender.seal === 'space' ? [] : [space(LINE)]),
    sender(sheet.sender, root),
    space(LINE * 0.7),
    title(sheet.title, sheet.titleNote, root),
    space(LINE * 0.7),
  ];
}

export function formLabel(label: string | null, root: StructureNode): Flowable[] {
  if (!label) return [];
  const element = node('P', root);
  return [{ height: 0, place: (top) => [textAt(label, FRAME.left, top - SMALL.pitch - 4, SMALL, element)] }];
}

/** Number and date, one under the other, spread to the same first and last character, one character inside the margin. */
function reference(number: string | null, date: string, root: StructureNode): Flowable {
  const texts = number ? [number, date] : [date];
  const width = Math.max(...texts.map((text) => widthIn(text, BODY)));
  const lines = texts.map((text) => {
    const spacing = spread(text, widthIn(text, BODY), width);
    return { text, spacing, element: node('P', root, spacing > 0 ? { actual: text } : {}) };
  });
  return {
    height: lines.length * LINE,
    place: (top) =>
      lines.map(({ text, spacing, element }, index) =>
        textAt(text, FRAME.right - EM - width, top + index * LINE, BODY, element, spacing),
      ),
  };
}

function addressee(to: SheetAddressee, root: StructureNode): Flowable {
  const person = to.person ? `${to.person}　${to.honorific}` : '';
  // A paper of the hall to itself is addressed to nobody.
  const organization = to.person || to.organization === '' ? to.organization : `${to.organization}　${to.honorific}`;
  const lines = [...to.lines, organization, ...splitPerson(person)]
    .filter((line) => line !== '')
    .flatMap((text) => {
      const element = node('P', root);
      // a second line of one name stands one character further in, so that two names are not read as three
      return linesIn(text, BODY, ADDRESSEE_WIDTH, -EM).map((line, index) => ({ line, index, element }));
    });
  return {
    height: lines.length * LINE,
    place: (top) =>
      lines.map(({ line, index, element }, at) =>
        textAt(line.text, FRAME.left + EM + (index > 0 ? EM : 0), top + at * LINE, BODY, element),
      ),
  };
}

/** 会長　見本太郎　様 on one line; where that is too long, the role stands above the name and 様 stays with the name. */
function splitPerson(person: string): string[] {
  if (widthIn(person, BODY) <= ADDRESSEE_WIDTH) return [person];
  const [role = '', ...name] = person.split('　');
  return [role, name.join('　')];
}

/** The name ends so that the stamp covers half of its last character, as a 公印 is set. */
function sender(from: SheetSender, root: StructureNode): Flowable {
  const sealed = from.seal === 'space';
  const right = sealed ? FRAME.right - SEAL + EM / 2 : FRAME.right - EM;
  const signature = [from.title, from.name].filter((part) => part !== '').join('　');
  const own =
    widthIn(signature, BODY) <= SENDER_WIDTH ? [signature] : [from.title, from.name].filter((part) => part !== '');
  const lines = [...from.lines, ...own].flatMap((text) => {
    const element = node('P', root);
    return linesIn(text, BODY, SENDER_WIDTH).map((line) => ({ line, element }));
  });
  const widest = Math.max(...lines.map(({ line }) => line.width));
  // the lines of a claimant begin together; a signature of the office alone ends at the right
  const left = (width: number): number => (from.lines.length > 0 ? right - widest : right - width);
  const omitted = from.seal === 'omitted' ? node('P', root) : null;
  const above = sealed ? (SEAL - LINE) / 2 : 0;
  const height = lines.length * LINE + 2 * above;
  return {
    height: height + (omitted ? LINE : 0),
    place: (top) => {
      const placed: Placed[] = lines.map(({ line, element }, index) =>
        textAt(line.text, left(line.width), top + above + index * LINE, BODY, element),
      );
      if (sealed) {
        const y = top + height - SEAL;
        placed.push({ kind: 'box', x: FRAME.right - SEAL, y, width: SEAL, height: SEAL, look: 'seal' });
      }
      if (omitted) {
        placed.push(textAt('（公印省略）', right - widthIn('（公印省略）', BODY), top + height, BODY, omitted));
      }
      return placed;
    },
  };
}

export function title(text: string, note: string | null, root: StructureNode): Flowable {
  const element = node('H1', root);
  const lines = titleLines(text, note ? `（${note}）` : '');
  return {
    height: lines.length * TITLE.pitch,
    place: (top) =>
      lines.map((line, index) =>
        textAt(line, (PAPER.width - widthIn(line, TITLE)) / 2, top + index * TITLE.pitch, TITLE, element),
      ),
  };
}

/** Lines of about equal length, broken between words; the note in brackets is never broken. */
function titleLines(text: string, note: string): string[] {
  if (widthIn(text + note, TITLE) <= TITLE_WIDTH) return [text + note];
  const count = Math.ceil(widthIn(text + note, TITLE) / TITLE_WIDTH);
  const parts = [...wordsOf(text), ...(note ? [note] : [])];
  for (let width = widthIn(text + note, TITLE) / count; width < TITLE_WIDTH; width += TITLE.size / 2) {
    const lines = filled(parts, width);
    if (lines.length <= count && lines.every((line) => widthIn(line, TITLE) <= TITLE_WIDTH)) return lines;
  }
  return linesIn(text + note, TITLE, TITLE_WIDTH).map((line) => line.text);
}

function filled(parts: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines[lines.length - 1];
    if (last !== undefined && widthIn(last + part, TITLE) <= width) lines[lines.length - 1] = last + part;
    else lines.push(part);
  }
  return lines;
}
