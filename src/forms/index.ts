/**
 * 質問票: questions as data, what is typed to them, the answers in words, and the texts of two writers brought together.
 * Pure: a stage's domain may lean on it, and the script of a page may carry it.
 */
export {
  COLUMN_KINDS,
  countableQuestions,
  QUESTION_KIND_LABELS,
  QUESTION_KINDS,
  type FormSection,
  type Question,
  type QuestionKind,
  type QuestionOf,
  type QuestionOption,
  type TableColumn,
} from './domain/form.js';
export { newQuestion } from './domain/new-question.js';
export { questionInWords } from './domain/question-in-words.js';
export { DocumentReader } from './domain/document-reader.js';
export { readForm } from './domain/read-form.js';
export { refuseTwice } from './domain/check-form.js';
export type { Fields } from './domain/fields.js';
export { sectionNamed, type ParkedText, type Section, type SectionName, type Sections } from './domain/sections.js';
export {
  chosenIn,
  rowsIn,
  rowsOf,
  splitField,
  textIn,
  textsIn,
  textsOf,
  typedIn,
  writeAnswer,
  writeAnswers,
  type TypedAnswer,
  type TypedRow,
} from './domain/typed-answer.js';
export { readDay } from './domain/read-value.js';
export { placeOf, pointerOfField, readAnswer, rowInWords } from './domain/read-answer.js';
export { askedIn, countableAnswers, readAnswers, type Answer } from './domain/answers.js';
export { mergeSection, type Merge, type Revision } from './domain/merge-section.js';
export { parkedAfter, sameFields } from './domain/parked.js';
export { refuseOversizedFields } from './domain/section-size.js';
export { inWords, shortCode, type SubmittedFile } from './domain/submitted-file.js';
