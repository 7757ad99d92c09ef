/**
 * 通知書: numbers, draws, keeps and delivers any Letter it is given.
 * Events: LetterIssued (the worker draws), LetterDrawn (mail and inbox), LetterVoided (欠番; data: subjectKind, subjectId).
 */
export { CheckLetter } from './use-cases/check-letter.use-case.js';
export { Letters, type IssueOptions } from './use-cases/letters.js';
export { LetterDrawing } from './use-cases/letter-drawing.js';
export { LetterTemplates, wordLetter, type LetterSource, type WordedLetter } from './use-cases/letter-templates.js';
export { MailTemplates, wordMail } from './use-cases/mail-templates.js';
export { OpenLetter } from './use-cases/open-letter.use-case.js';
export { RecordDispatch, type RecordDispatchCommand } from './use-cases/record-dispatch.use-case.js';
export { RedrawLetter } from './use-cases/redraw-letter.use-case.js';
export { SealRegister } from './use-cases/seal-register.js';
export type { SealUse } from './store/seal-use.store.js';
export { faultsInTownText } from './use-cases/examine-standing.js';
export { TownWordings, type TownTexts } from './use-cases/town-wordings.js';
export { ViewLetters, type BatchPage, type LetterPage } from './use-cases/view-letters.use-case.js';
export { VoidLetter, type VoidLetterCommand } from './use-cases/void-letter.use-case.js';
export type { LetterVocabulary, NeededWords } from './use-cases/examine-wording.js';
export type { Inserts } from './use-cases/markdown-blocks.js';
export type { TemplateData } from './use-cases/wording.js';
export type { Medium } from './domain/medium.js';
export { DISPATCH_WAY_LABELS, DISPATCH_WAYS, type Delivery, type DispatchWay } from './domain/delivery.js';
export { printedLetter, type PrintedLetter } from './domain/letter-sheet.js';
export type {
  Addressee,
  ColumnAlign,
  Contact,
  Letter,
  LetterAmount,
  LetterBlock,
  LetterItem,
  Sender,
} from './domain/letter.js';
export {
  letterFileName,
  type BatchProgress,
  type IssuedLetter,
  type LetterView,
  type RegisterFilter,
  type RegisterPage,
} from './domain/issued-letter.js';
export type { CheckedLetter, LetterStanding, SuccessionEffect } from './domain/checked-letter.js';
export type { LetterState } from './domain/letter-state.js';

/** What this stage announces; subject: the letter. `LetterDrawn` and `LetterVoided` carry the kind in their data. */
export const NOTICE_EVENTS = ['LetterIssued', 'LetterDrawn', 'LetterVoided'] as const;
