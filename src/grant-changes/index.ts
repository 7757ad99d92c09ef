/**
 * 変更, 中止・廃止 and 取消し of a decided grant, and what the organisation reports on the way (状況報告・事故報告).
 * Events: GrantAmended, GrantDiscontinued, GrantRevoked (in the transaction of the last approval; subject: the grant; data:
 * applicationId, changeId, over: what was ordered beyond the new amount, in digits), ChangeLetterIssued and ChangeLetterVoided
 * (subject: the grant; data: changeId), GrantChangeReturned and MinorChangeAcknowledged (subject: the change), ReportAsked
 * and GrantReportReturned (subject: the report).
 */
export { GrantChanges } from './use-cases/grant-changes.js';
export { GrantReports } from './use-cases/grant-reports.js';
export { GrantPapers, type KeptPaper } from './use-cases/grant-papers.js';
export { AmendmentDrafts, type AmendmentDraft } from './use-cases/amendment-drafts.js';
export { DiscontinuationDrafts, type DiscontinuationDraft } from './use-cases/discontinuation-drafts.js';
export { BeginChange } from './use-cases/begin-change.use-case.js';
export { SaveChangeSection } from './use-cases/save-change-section.use-case.js';
export { SendChange } from './use-cases/send-change.use-case.js';
export { WithdrawChange } from './use-cases/withdraw-change.use-case.js';
export { AnswerChange } from './use-cases/answer-change.use-case.js';
export { DraftChange } from './use-cases/draft-change.use-case.js';
export { DraftRevocation } from './use-cases/draft-revocation.use-case.js';
export { AskByTheRule } from './use-cases/ask-by-the-rule.js';
export { ChangeIssued } from './use-cases/change-issued.js';
export { IssueChangeLetter } from './use-cases/issue-change-letter.use-case.js';
export { WithdrawnChangeLetters } from './use-cases/withdrawn-change-letters.js';
export { AskForReport } from './use-cases/ask-for-report.use-case.js';
export { SendReport } from './use-cases/send-report.use-case.js';
export { ReturnReport } from './use-cases/return-report.use-case.js';
export { WithdrawReport } from './use-cases/withdraw-report.use-case.js';
export { ViewChanges, type ChangeDesk, type ChangePage, type OfGrant } from './use-cases/view-changes.use-case.js';
export { ViewGrantCase, type GrantCase } from './use-cases/view-grant-case.use-case.js';
export type { Change, ChangeAct } from './store/grant-change.store.js';
export { changeTitle, isNotice, type ChangeKind, type ChangeState } from './domain/grant-change.js';
export {
  awaitedBy,
  REPORT_KINDS,
  REPORT_PLACES,
  REPORT_TITLES,
  TOLD_AS,
  type GrantReport,
  type ReportKind,
} from './domain/grant-report.js';
export type { MovedAmount } from './domain/threshold.js';
export { REASON } from './domain/written.js';

/** What this stage announces. */
export const GRANT_CHANGE_EVENTS = [
  'GrantAmended',
  'GrantDiscontinued',
  'GrantRevoked',
  'ChangeLetterIssued',
  'ChangeLetterVoided',
  'GrantChangeReturned',
  'MinorChangeAcknowledged',
  'ReportAsked',
  'GrantReportReturned',
] as const;
