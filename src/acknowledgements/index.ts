/**
 * 届出・報告への回答: what an organisation told the town is received by a draft and answered by a numbered letter. Knows what
 * was told only by its kind and id; the stage that keeps it registers a `ToldRecord`.
 */
export { ToldRecords, type PresentedRecord, type ToldRecord } from './use-cases/told-records.js';
export { Acknowledge } from './use-cases/acknowledge.use-case.js';
export { IssueAcknowledgement } from './use-cases/issue-acknowledgement.use-case.js';
export { WithdrawnAcknowledgementLetters } from './use-cases/withdrawn-acknowledgement-letters.js';
export { ViewAcknowledgements, type AcknowledgementDesk } from './use-cases/view-acknowledgements.js';
export { TOLD_KINDS, TOLD_LABEL, type Acknowledgement, type ToldKind } from './domain/acknowledgement.js';
