import { DomainError } from '../../kernel/domain-error.js';
import type { ProgramDocument } from '../../programs/index.js';
import { draftPath } from './program-draft.page.js';
import { QUESTIONS_PART, REPORT_QUESTIONS_PART, type DraftPart } from './program-parts.js';

/** Whose questions the pages edit: of an application, of the report at its end, of a call for proposals. One way for all. */
export interface AskedOf {
  readonly lead: string;
  /** `申請する人`. */
  readonly writer: string;
  /** What becomes of a question that is taken out. */
  readonly taken: string;
  /** Whether answers may name a project and its period. */
  readonly projects: boolean;
  /** The page above the list of questions, with the words of its link. */
  readonly back: { readonly words: string; readonly at: (draftId: string) => string };
  /** The address of `questions/added` of this draft. */
  readonly at: (draftId: string, below: string) => string;
}

/** The draft of which they are a part, as the pages need it. */
export interface AskedDraft {
  readonly id: string;
  readonly version: number;
  readonly document: Pick<ProgramDocument, 'form'>;
}

/** The same of a programme. */
export interface QuestionsOf extends AskedOf {
  readonly part: Pick<DraftPart, 'name' | 'title' | 'fields'>;
  /** The document with the questions to be edited as its form; what refers to others is left out. */
  readonly shown: (document: ProgramDocument) => ProgramDocument;
  /** The stored document with what was edited. */
  readonly put: (document: ProgramDocument, edited: unknown) => unknown;
  /** A place of the stored document as a place of the one that is shown. */
  readonly placed: (pointer: string) => string;
}

const EARLIER = '前の版で書かれた答えは残ります。';
const BACK = { words: '下書きの一覧に戻る', at: (versionId: string) => draftPath(versionId) };

const APPLICATION: QuestionsOf = {
  part: QUESTIONS_PART,
  lead: '申請する人が答える質問を、区分ごとに並べます。',
  writer: '申請する人',
  taken: `この版の申請書から質問がなくなります。${EARLIER}`,
  projects: true,
  back: BACK,
  at: draftPath,
  shown: (document) => document,
  put: (_document, edited) => edited,
  placed: (pointer) => pointer,
};

const REPORT: QuestionsOf = {
  part: REPORT_QUESTIONS_PART,
  lead: '事業が終わったあと、実績報告書で答える質問を、区分ごとに並べます。収支決算書と領収書は、このあとに自動で続きます。',
  writer: '報告する人',
  taken: `この版の実績報告書から質問がなくなります。${EARLIER}`,
  projects: false,
  back: BACK,
  at: (versionId, below) => draftPath(versionId, `report/${below}`),
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
};

/** `asked` is the piece of the address; none means the application. Throws not-found. */
export function questionsOf(asked: string | undefined): QuestionsOf {
  if (asked === undefined) return APPLICATION;
  if (asked === 'report') return REPORT;
  throw DomainError.notFound();
}

export const isReport = (of: QuestionsOf): boolean => of === REPORT;

export const questionsPath = (of: AskedOf, draftId: string, act?: string): string =>
  of.at(draftId, act === undefined ? 'questions' : `questions/${act}`);
export const questionPath = (of: AskedOf, draftId: string, questionId: string): string =>
  of.at(draftId, `question/${questionId}`);
export const sectionPath = (of: AskedOf, draftId: string, sectionId: string): string =>
  of.at(draftId, `section/${sectionId}`);
