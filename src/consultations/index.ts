/**
 * 意見募集 (public comment) and 町長への手紙: what residents say without an account, how the section sorts and answers it, and what
 * of it everybody reads. Names and addresses of writers never leave the section, and are erased after the town's time.
 */
export { VoiceSettingsDesk, type SaveVoiceSettingsCommand } from './use-cases/voice-settings-desk.js';
export { WriteConsultation } from './use-cases/write-consultation.use-case.js';
export { PublishConsultation } from './use-cases/publish-consultation.use-case.js';
export { SendComment } from './use-cases/send-comment.use-case.js';
export { SortComments } from './use-cases/sort-comments.use-case.js';
export { DecideConsultation } from './use-cases/decide-consultation.use-case.js';
export { ExportComments } from './use-cases/export-comments.use-case.js';
export {
  COMMENTS_ON_A_PAGE,
  ViewConsultations,
  type AskedComments,
  type ConsultationDesk,
  type ConsultationPage,
} from './use-cases/view-consultations.use-case.js';
export {
  ViewPublicConsultations,
  type OwnComment,
  type PublicConsultation,
} from './use-cases/view-public-consultations.use-case.js';
export { SendLetter } from './use-cases/send-letter.use-case.js';
export { HandleLetter } from './use-cases/handle-letter.use-case.js';
export { ViewLetters, type LetterDesk, type LetterLine, type LetterPage } from './use-cases/view-letters.use-case.js';
export {
  ViewPublicLetters,
  type OwnLetter,
  type PublicLetters,
  type PublishedLetter,
} from './use-cases/view-public-letters.use-case.js';
export { CheckReturnCode } from './use-cases/check-return-code.use-case.js';
export { EraseWriters } from './use-cases/erase-writers.js';
export {
  CONTACT_RULES,
  phaseOf,
  type Consultation,
  type ConsultationContent,
  type ContactRule,
  type Phase,
} from './domain/consultation.js';
export {
  COMMENT_SOURCES,
  LONGEST_COMMENT,
  SOURCE_LABEL,
  type CommentContent,
  type PublicComment,
} from './domain/public-comment.js';
export { OUTCOME_LABEL, OUTCOMES, type OpinionGroup } from './domain/opinion-group.js';
export {
  deliveryOf,
  isOverdue,
  isPublished,
  LETTER_STATE_LABEL,
  letterNumber,
  LONGEST_LETTER,
  type AnswerContent,
  type LetterContent,
  type LetterState,
  type MayorLetter,
} from './domain/mayor-letter.js';
export { type VoiceSettings } from './domain/voice-settings.js';

/** What this stage announces; subject: the consultation, or the letter. */
export const CONSULTATION_EVENTS = ['ConsultationPublished', 'ConsultationAnswered', 'MayorLetterAnswered'] as const;
