export { drawForm } from './draw-form.js';
export { drawLetter, textOf, withGeta } from './draw-letter.js';
export { face, uncoveredCharacters } from './face.js';
export type { FormBlock, FormPart, FormRoom, FormSheet } from './form-sheet.js';
export type {
  LetterSheet,
  SheetAddressee,
  SheetBlock,
  SheetColumn,
  SheetContact,
  SheetItem,
  SheetSender,
} from './letter-sheet.js';
