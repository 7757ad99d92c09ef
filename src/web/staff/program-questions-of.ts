import { DomainError } from '../../kernel/domain-error.js';
import type { ProgramDocument } from '../../programs/index.js';
import { draftPath } from './program-draft.page.js';
import { QUESTIONS_PART, REPORT_QUESTIONS_PART, type DraftPart } from './program-parts.js';

/** Whose questions the pages edit: those of the application, or those of the report at the end. One way for both. */
export interface QuestionsOf {
  readonly part: Pick<DraftPart, 'name' | 'title' | 'fields'>;
  readonly lead: string;
  /** `申請する人`. */
  readonly writer: string;
  /** `申請書`. */
  readonly paper: string;
  /** The document with the questions to be edited as its form; what refers to others is left out. */
  readonly shown: (document: ProgramDocument) => ProgramDocument;
  /** The stored document with what was edited. */
  readonly put: (document: ProgramDocument, edited: unknown) => unknown;
  /** A place of the stored document as a place of the one that is shown. */
  readonly placed: (pointer: string) => string;
  /** `questions/added`, below the draft. */
  readonly path: (below: string) => string;
}

const APPLICATION: QuestionsOf = {
  part: QUESTIONS_PART,
  lead: '申請する人が答える質問を、区分ごとに並べます。',
  writer: '申請する人',
  paper: '申請書',
  shown: (document) => document,
  put: (_document, edited) => edited,
  placed: (pointer) => pointer,
  path: (below) => below,
};

const REPORT: QuestionsOf = {
  part: REPORT_QUESTIONS_PART,
  lead: '事業が終わったあと、実績報告書で答える質問を、区分ごとに並べます。収支決算書と領収書は、このあとに自動で続きます。',
  writer: '報告する人',
  paper: '実績報告書',
  shown: (document) => ({
    ...document,
    form: document.report?.form ?? [],
    rule: { ...document.rule, facts: [] },
    project: null,
  }),
  put: (document, edited) => ({
    ...document,
    report: document.report && { ...document.report, form: (edited as ProgramDocument).form },
  }),
  placed: (pointer) => pointer.replace(/^report\./, ''),
  path: (below) => `report/${below}`,
};

/** `asked` is the piece of the address; none means the application. Throws not-found. */
export function questionsOf(asked: string | undefined): QuestionsOf {
  if (asked === undefined) return APPLICATION;
  if (asked === 'report') return REPORT;
  throw DomainError.notFound();
}

export const isReport = (of: QuestionsOf): boolean => of === REPORT;

export const questionsPath = (of: QuestionsOf, versionId: string, act?: string): string =>
  draftPath(versionId, of.path(act === undefined ? 'questions' : `questions/${act}`));
export const questionPath = (of: QuestionsOf, versionId: string, questionId: string): string =>
  draftPath(versionId, of.path(`question/${questionId}`));
export const sectionPath = (of: QuestionsOf, versionId: string, sectionId: string): string =>
  draftPath(versionId, of.path(`section/${sectionId}`));
