/**
 * 企画提案: calls 募集, and what residents, organisations, companies and staff propose to them.
 * Events: CallPublished, CallExtended, CallWithdrawn, SortingSettled (subject: the call), ProposalSubmitted, ProposalWithdrawn,
 * ProposalScreened, ProposalSorted, ProposalAdopted, ProposalRefused, ProposalMerged, HearingPlanned, HearingCalledOff
 * (subject: the proposal).
 */
export { Calls, type CallView } from './use-cases/calls.js';
export { WriteCall } from './use-cases/write-call.use-case.js';
export { BeginProposal } from './use-cases/begin-proposal.use-case.js';
export { SaveProposal } from './use-cases/save-proposal.use-case.js';
export { ChangeProposalFiles } from './use-cases/change-proposal-files.use-case.js';
export { SubmitProposal } from './use-cases/submit-proposal.use-case.js';
export { OpenByCode } from './use-cases/open-by-code.use-case.js';
export { PlanHearing } from './use-cases/plan-hearing.use-case.js';
export {
  HearingsAndPresentations,
  type CallProgress,
  type HeardAndPresented,
  type PresentedLine,
} from './use-cases/hearings-and-presentations.js';
export { ProposalPanelReading } from './use-cases/proposal-panel-reading.js';
export type { HearingView } from './use-cases/proposal-hearings.js';
export { ProposalTies, type TiedMember } from './use-cases/proposal-ties.js';
export { LONGEST_HEARING, type HearingPlan } from './domain/hearing.js';
export { ProposalDrafts, type ProposalDraft } from './use-cases/proposal-drafts.js';
export { ReceivedProposals } from './use-cases/received-proposals.js';
export { ScreenProposal } from './use-cases/screen-proposal.use-case.js';
export { SettleSorting } from './use-cases/settle-sorting.use-case.js';
export { SortProposals } from './use-cases/sort-proposals.use-case.js';
export { DecideProposal, type DecisionChoices } from './use-cases/decide-proposal.use-case.js';
export { ADOPTION, AdoptionBudgets } from './use-cases/adoption-budgets.js';
export { FreeAdoptionBudget } from './use-cases/free-adoption-budget.use-case.js';
export { ProposalDesk, type AdoptionBudget, type ProposalStanding } from './use-cases/proposal-desk.js';
export { ProposalTellings } from './use-cases/proposal-tellings.js';
export { ProposerNotes, type ProposerNote, type Told } from './use-cases/proposer-notes.js';
export { EraseProposers } from './use-cases/erase-proposers.js';
export { ReissueCode } from './use-cases/reissue-code.use-case.js';
export { RetentionDesk } from './use-cases/retention-desk.js';
export { type Retention } from './domain/retention.js';
export { TellProposer } from './use-cases/tell-proposer.use-case.js';
export {
  isUntold,
  OCCASION_LABELS,
  TELLING_WAY_LABELS,
  TELLING_WAYS,
  type Matter,
  type Telling,
} from './domain/telling.js';
export { SortingBoard, type BoardView } from './use-cases/sorting-board.js';
export type { ProposalKey } from './use-cases/proposal-access.js';
export { LONGEST as LONGEST_BASICS, openKinds, type TypedBasics } from './domain/proposer.js';
export { ProposalDirectory, type ProposalView } from './use-cases/proposal-directory.js';
export {
  fieldLabelOf,
  PROPOSER_KIND_LABELS,
  PROPOSER_KINDS,
  standingOf,
  type Call,
  type CallDocument,
  type CallStanding,
  type ProposalField,
  type ProposerKind,
} from './domain/call.js';
export { readCall } from './domain/read-call.js';
export {
  numberInWords,
  PROPOSAL_STATE_LABELS,
  PROPOSAL_STATES,
  PROPOSAL_SUBJECT,
  SCREENING_LABELS,
  SCREENING_OUTCOMES,
  type Proposal,
  type Proposer,
  type ProposalState,
} from './domain/proposal.js';

export {
  isSortable,
  isSortingSettled,
  isTouched,
  SORTING_KINDS,
  SORTING_LABELS,
  sortedWhere,
  type Sorting,
  type SortingKind,
  type TypedSorting,
} from './domain/sorting.js';

/** What this stage announces. */
export const PROPOSAL_EVENTS = [
  'CallPublished',
  'CallExtended',
  'CallWithdrawn',
  'ProposalSubmitted',
  'ProposalWithdrawn',
  'ProposalScreened',
  'ProposalSorted',
  'SortingSettled',
  'ProposalAdopted',
  'ProposalRefused',
  'ProposalMerged',
  'HearingPlanned',
  'HearingCalledOff',
] as const;
