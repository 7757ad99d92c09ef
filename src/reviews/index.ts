/** 審査: the checklist beside the form, returns with points, passing. Events: ReviewPassed, PriorStartDecided (data: outcome). */
export { Reviews, type ReviewView } from './use-cases/reviews.js';
export { SaveReview } from './use-cases/save-review.use-case.js';
export { ReturnApplication, type ReturnApplicationCommand } from './use-cases/return-application.use-case.js';
export { PassApplication } from './use-cases/pass-application.use-case.js';
export {
  Inquiries,
  type InquiredApplication,
  type InquiryPage,
  type RecordInquiriesCommand,
} from './use-cases/inquiries.js';
export { DownloadInquiryList, type DownloadInquiryListCommand } from './use-cases/download-inquiry-list.use-case.js';
export { PriorStarts, type DecidePriorStartCommand } from './use-cases/prior-starts.js';
export {
  isApproved as isPriorStartApproved,
  isLapsed as isPriorStartLapsed,
  isOpen as isPriorStartOpen,
  needsPriorStart,
  startAnswer,
  type StartFacts,
} from './domain/prior-start.js';
export { INQUIRY_ANSWERS, type Inquiry, type InquiryAnswer } from './domain/inquiry.js';
export {
  LONGEST_ASSESSMENT_REASON,
  type AssessedLine,
  type Assessment,
  type LineAssessment,
  type TypedAssessment,
} from './domain/assessment.js';
export type { ReviewForm } from './use-cases/keep-review.js';
export {
  type DraftPoint,
  type ReviewAnswer,
  type ReviewItem,
  type ReviewOutcome,
  type TypedAnswer,
} from './domain/review.js';

/** What this stage announces; subject: the application. */
export const REVIEW_EVENTS = ['ReviewPassed', 'PriorStartDecided'] as const;
