/**
 * 決裁: drafts, their route of posts, and the acts on them. Knows a case only by its kind, its id and the digest of what was
 * shown; the stage that owns the case registers an `ApprovalSubject`, whose `approved` runs in the last approval's transaction.
 */
export {
  ApprovalSubjects,
  type ApprovalSubject,
  type ConfidentialCases,
  type ReleaseReason,
} from './use-cases/approval-subjects.js';
export { Drafts, type DraftRef, type StartDraft } from './use-cases/drafts.js';
export { ApproveDraft, type ApproveDraftCommand } from './use-cases/approve-draft.use-case.js';
export { AbolishPost } from './use-cases/abolish-post.use-case.js';
export { ApproveBatch, type BatchOutcome, type ShownLine } from './use-cases/approve-batch.use-case.js';
export { CompareTable, type TouchedDraft } from './use-cases/compare-table.use-case.js';
export { DecisionFiles } from './use-cases/decision-files.js';
export { SealDraft } from './use-cases/seal-draft.use-case.js';
export { ActOnDraft, type PlainAct } from './use-cases/act-on-draft.use-case.js';
export { AttachToDraft } from './use-cases/attach-to-draft.use-case.js';
export { RedraftHeld } from './use-cases/redraft-held.use-case.js';
export { RecastCases } from './use-cases/recast-cases.use-case.js';
export type { Played } from './use-cases/draft-desk.js';
export { SendBackDraft, type SendBackDraftCommand } from './use-cases/send-back-draft.use-case.js';
export { ResubmitDraft, type ResubmitDraftCommand } from './use-cases/resubmit-draft.use-case.js';
export { WithdrawDraft, type WithdrawDraftCommand } from './use-cases/withdraw-draft.use-case.js';
export { ListWaitingDrafts, type WaitingDrafts } from './use-cases/list-waiting-drafts.use-case.js';
export { ListDrafts, type ListedDraft } from './use-cases/list-drafts.use-case.js';
export { ViewDraft, type DraftPage, type DraftCase } from './use-cases/view-draft.use-case.js';
export { DRAFT_MARKS } from './domain/draft.js';
export { actInWords, MARK_LABEL, marksOf, STATE_LABEL, verbOf } from './domain/act-words.js';
export { openQuestions as awaitingAnswer } from './domain/standing.js';
export type { MyPart } from './domain/my-part.js';
export type {
  ActKind,
  Draft,
  DraftAct,
  DraftAttachment,
  DraftItem,
  DraftMark,
  DraftState,
  DraftStep,
  StepRole,
} from './domain/draft.js';
export type { DraftFilter, DraftLine, OwedLine } from './store/draft-list.store.js';
export type {
  PresentedBudget,
  PresentedChange,
  PresentedSubject,
  PresentedTable,
  ShownContent,
} from './domain/shown-case.js';

/** What this stage announces; subject: the draft. */
export const APPROVAL_EVENTS = ['DraftDecided'] as const;
