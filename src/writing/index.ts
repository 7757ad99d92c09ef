/**
 * 記入: what people write in sections, and the files that they put beside it: rows, stores, and how the texts of two writers
 * are brought together. It has no tables of its own: each stage that lets people write extends the rows and names its tables.
 */
export { SectionRow } from './store/section-row.js';
export { SectionRevisionRow } from './store/section-revision-row.js';
export { SectionStore } from './store/section.store.js';
export { PaperRow, PlacedPaperRow } from './store/paper-row.js';
export { asSubmitted, PaperStore, type Kept, type Paper } from './store/paper.store.js';
export { keepSection, type SavedSection, type SectionToKeep, type SentSection } from './use-cases/keep-section.js';
export { addAnswerFile } from './use-cases/add-answer-file.js';
export {
  cellName,
  FIRST_LINE_ROW,
  headingOver,
  inReadingOrder,
  rowsIn,
  sheetsOf,
  type CellFault,
  type LineCells,
  type LineSheet,
  type SheetColumn,
} from './use-cases/line-sheet.js';
