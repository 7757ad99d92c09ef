/**
 * 交付申請: drafts, submission, receipts, corrections and withdrawal.
 * Events: DraftFellBehind, DraftCarriedOver (to a newer edition), ApplicationSubmitted (data: submissionId; the receipt follows), ApplicationReturned, ApplicationWithdrawn.
 */
export { AllowLateSubmission, type AllowLateSubmissionCommand } from './use-cases/allow-late-submission.use-case.js';
export { AmendedContents, type AmendedContent } from './use-cases/amended-contents.js';
export { ApplicationDirectory, type ApplicationView } from './use-cases/application-directory.js';
export { ApplicationDrafts, type ApplicationDraft } from './use-cases/application-drafts.js';
export { APPLICATION_SUBJECT } from './use-cases/application-panel-subject.js';
export { ApplicationFiles, type Scans } from './use-cases/application-files.js';
export { Applications } from './use-cases/applications.js';
export { CarryDraftsOver } from './use-cases/carry-drafts-over.js';
export { SettleEditionChange, type SettleEditionChangeCommand } from './use-cases/settle-edition-change.use-case.js';
export type { LeftText } from './domain/carry-draft.js';
export { DraftDueDays } from './use-cases/draft-due-days.js';
export { GrantAmounts, type GrantAmount } from './use-cases/grant-amounts.js';
export { RectifyApplication, type RectifyApplicationCommand } from './use-cases/rectify-application.use-case.js';
export { PanelReading } from './use-cases/panel-reading.js';
export { Receipts, RECEIPT_SUBJECT } from './use-cases/receipts.js';
export { RuleTrials, type RuleTrial, type TriedApplication } from './use-cases/rule-trials.js';
export { SubmissionWindows, type StartableProgram } from './use-cases/submission-windows.js';
export { AdoptedProposals, type ModelProject } from './use-cases/adopted-proposals.js';
export { StartApplication, type StartApplicationCommand } from './use-cases/start-application.use-case.js';
export {
  EnterPaperApplication,
  type EnterPaperApplicationCommand,
} from './use-cases/enter-paper-application.use-case.js';
export { SaveSection, type SaveSectionCommand } from './use-cases/save-section.use-case.js';
export { CarryForward, type CarriedForward, type CarryForwardCommand } from './use-cases/carry-forward.use-case.js';
export { EarlierApplications, type EarlierOffer } from './use-cases/earlier-applications.js';
export { AddFile, type AddFileCommand } from './use-cases/add-file.use-case.js';
export { RemoveFile } from './use-cases/remove-file.use-case.js';
export {
  makeBudgetWorkbook,
  readBudgetWorkbook,
  type LineChange,
  type ReadBudget,
} from './use-cases/budget-workbook/budget-workbook.js';
export { budgetSheet } from './use-cases/budget-workbook/budget-layout.js';
export {
  SubmitApplication,
  type SubmissionReceipt,
  type SubmitApplicationCommand,
} from './use-cases/submit-application.use-case.js';
export { WithdrawApplication, type WithdrawApplicationCommand } from './use-cases/withdraw-application.use-case.js';
export { Withdrawals } from './use-cases/withdrawals.js';
export { nameInWords } from './domain/application-title.js';
export { RectificationPort, type ConsequencesOfRectification } from './use-cases/rectification-port.js';
export { DecisionPort, type DecisionOfApplications } from './use-cases/decision-port.js';
export { withdrawalFaults, type DecisionStanding, type Withdrawal } from './domain/withdrawal.js';
export type { Application, ApplicationState } from './domain/application.js';
export {
  answeredSections,
  changesBetween,
  LONGEST_POINT,
  placesOf,
  type Change,
  type CorrectionPoint,
  type Place,
  type TypedPoint,
} from './domain/correction-points.js';
export { assessableLines } from './domain/assessed-costs.js';
export type { Carry, CarryNote, LeftBehind, NotCarried, Offer } from './domain/earlier-application.js';
export { BUDGET, journeyOf, sectionOf } from './domain/form.js';
export { SayProject, type SayProjectCommand } from './use-cases/say-project.use-case.js';
export { SupportYears, type EarlierProject, type SupportYear } from './use-cases/support-years.js';
export { ReceivedNumbers } from './use-cases/received-numbers.js';
export { refuseOversized } from './domain/section-size.js';
export { deductibleCredit } from './domain/tax-credit.js';
export { budgetFigures, type BudgetFigures, type GrantOf, type LineFigures } from './domain/budget-figures.js';
export { COLUMN_WORDS, columnsOf, readPasted } from './domain/line-cells.js';
export {
  GRANT_LINE,
  MOST_LINES,
  totalOf,
  type AskedBudget,
  type Budget,
  type BudgetLine,
  type TypedBudget,
} from './domain/planned-budget.js';
export { restoreBudget, type StoredBudget } from './domain/stored-budget.js';
export { TAX_CREDIT, TAX_CREDIT_AMOUNT, taxCreditInWords, type TypedTaxCredit } from './domain/tax-credit.js';
export {
  blankLine,
  readEligibility,
  readLine,
  SIDES,
  type Side,
  type TypedEligibility,
  type TypedLine,
} from './domain/typed-line.js';
export {
  budgetIn,
  fieldsOf,
  linesIn,
  pointAnswersIn,
  pointerOf,
  isPointField,
  pointField,
  type TypedSection,
} from './domain/sections.js';
export { projectPeriod, reasonFor, type ProjectPeriod } from './domain/project-period.js';
export { timesAt, type Rectification } from './domain/rectification.js';
export { isRewritten, lineAt, placeOfRemark, rectifiablePlaces, type TypedRectification } from './domain/rectify.js';
export type { LateAcceptance, SubmissionWindow } from './domain/submission-window.js';
export { PAPER_SCAN, type PaperEntry } from './domain/paper.js';
export type { Submission, SubmittedContent } from './domain/submission.js';
export { BYLAWS } from './domain/bylaws.js';

/** What this stage announces; subject: the application. Data of `ApplicationSubmitted`: submissionId. */
export const APPLICATION_EVENTS = [
  'DraftFellBehind',
  'DraftCarriedOver',
  'ApplicationSubmitted',
  'ApplicationReturned',
  'ApplicationWithdrawn',
] as const;
