/**
 * 実績報告: results, 収支決算書 and receipts of a grant, their inspection 検査, and 額の確定 with its letter.
 * Events: ReportOpened, ReportSubmitted (data: submissionId; the receipt follows), ReportReturned; GrantDetermined (subject:
 * the grant; data: applicationId, determinationId, paidBefore, determined, rest, over in digits); ReportInspected (data: grantId,
 * outcome); DeterminationLetterIssued and DeterminationLetterVoided (subject: the grant).
 */
export { ReportDirectory } from './use-cases/report-directory.js';
export { ReportDrafts } from './use-cases/report-drafts.js';
export type { PreparedReport } from './use-cases/prepare-report.js';
export { SettleWithoutDetermination } from './use-cases/settle-without-determination.js';
export { OpenReports } from './use-cases/open-reports.js';
export { SaveReportSection, type SaveReportSectionCommand } from './use-cases/save-report-section.use-case.js';
export { ReportReceiptActs } from './use-cases/report-receipt-acts.js';
export { ReportFiles } from './use-cases/report-files.js';
export { AddReportFile, type AddReportFileCommand } from './use-cases/add-report-file.use-case.js';
export { RemoveReportFile } from './use-cases/remove-report-file.use-case.js';
export { SubmitReport, type SubmitReportCommand } from './use-cases/submit-report.use-case.js';
export { ReportInspections, type InspectionView } from './use-cases/report-inspections.js';
export { InspectReport } from './use-cases/inspect-report.use-case.js';
export { ReturnReport } from './use-cases/return-report.use-case.js';
export { ReopenInspection } from './use-cases/reopen-inspection.use-case.js';
export type { InspectionForm } from './use-cases/keep-inspection.js';
export { EnterPaperReport } from './use-cases/enter-paper-report.use-case.js';
export { DraftDetermination } from './use-cases/draft-determination.use-case.js';
export { DeterminationIssued } from './use-cases/determination-issued.js';
export { IssueDeterminationLetters } from './use-cases/issue-determination-letters.use-case.js';
export { WithdrawnDeterminationLetters } from './use-cases/withdrawn-determination-letters.js';
export { DeterminationDirectory } from './use-cases/determination-directory.js';
export { DETERMINATION, disallowedInWords, whatFollows } from './use-cases/determination-subject.js';
export { ViewReports, type ReportDesk } from './use-cases/view-reports.use-case.js';
export type { Determination } from './domain/determination.js';
export { JUDGEMENTS, type CheckedItem, type LineInspection } from './domain/inspection.js';
export { ReportReceipts, REPORT_SUBJECT } from './use-cases/report-receipts.js';
export {
  ACCOUNT,
  consentField,
  journeyOf as journeyOfReport,
  PHOTO_PREFIX,
  PHOTOS,
  pointerOf as pointerOfReport,
  RECEIPTS,
  sectionOf as sectionOfReport,
} from './use-cases/report-sections.js';
export { accountSheet, labelOf as accountLabel } from './use-cases/account-workbook/account-sheet.js';
export { makeAccountWorkbook, readAccountWorkbook } from './use-cases/account-workbook/account-workbook.js';
export { CARRY_OVER } from './domain/account.js';
export { isAskedFor, isLate, isWritten, openDay, type PerformanceReport, type ReportState } from './domain/report.js';
export type { ReportPoint } from './domain/point.js';
export type { AccountLine } from './domain/read-account.js';
export {
  isReceiptSection,
  RECEIPT_FIELDS,
  receiptsOfLine,
  type Duplicate,
  type TypedReceipt,
} from './domain/receipt.js';
export { receiptInWords, unprovenLines, type ReportContent, type ReportSubmission } from './domain/report-content.js';
export {
  SIDES as ACCOUNT_SIDES,
  writeLine as writeAccountLine,
  type Side as AccountSide,
  type TypedLine as TypedAccountLine,
} from './domain/typed-account.js';

/** What this stage announces; subject: the report, of `GrantDetermined` the grant. */
export const REPORT_EVENTS = [
  'ReportOpened',
  'ReportSubmitted',
  'ReportReturned',
  'ReportInspected',
  'GrantDetermined',
  'DeterminationLetterIssued',
  'DeterminationLetterVoided',
] as const;
