/**
 * 検証: at the end of a project's year the organisation, the section and the panel answer the same sheet; then its direction is
 * decided and published. Events (subject: the verification): VerificationOpened, VerificationDecided, and with data grantId
 * VerificationPublished, VerificationTakenDown.
 */
export { OpenVerifications } from './use-cases/open-verifications.js';
export { WriteOpinion, type WriteOpinionCommand } from './use-cases/write-opinion.use-case.js';
export { PutToPanel } from './use-cases/put-to-panel.use-case.js';
export { AnswerAsMember } from './use-cases/answer-as-member.use-case.js';
export { AgreePanelAnswer } from './use-cases/agree-panel-answer.use-case.js';
export {
  ViewPanelVerifications,
  type PanelVerificationLine,
  type PanelVerificationPage,
} from './use-cases/view-panel-verifications.use-case.js';
export type { PanelTable } from './use-cases/panel-table.js';
export { DecideDirection } from './use-cases/decide-direction.use-case.js';
export { IssueDirectionLetter, type IssueDirectionLetterCommand } from './use-cases/issue-direction-letter.use-case.js';
export { PROJECT_DIRECTION } from './use-cases/noted.js';
export { PublishVerification } from './use-cases/publish-verification.use-case.js';
export { VerificationDirectory, type PublishedVerification } from './use-cases/verification-directory.js';
export { VerificationReminders } from './use-cases/verification-reminders.js';
export {
  ViewVerifications,
  type VerificationDesk,
  type VerificationLine,
  type VerificationPage,
} from './use-cases/view-verifications.use-case.js';
export { answeredIn } from './domain/member-sheet.js';
export { meetingInWords } from './domain/meeting-words.js';
export { originInWords } from './domain/origin-words.js';
export { blankOpinion, originsOf, type AnswerOrigin, type ComparedPoint, type Opinion } from './domain/opinion.js';
export { sheetQuestions } from './domain/sheet-questions.js';
export {
  isDecided,
  SIDE_LABELS,
  SIDES,
  VERIFICATION_STATES,
  type Side,
  type Verification,
  type VerificationState,
} from './domain/verification.js';

/** What this stage announces; subject: the verification. */
export const VERIFICATION_EVENTS = [
  'VerificationOpened',
  'VerificationDecided',
  'VerificationPublished',
  'VerificationTakenDown',
] as const;
