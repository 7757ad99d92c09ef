/**
 * 企画提案: calls 募集, and what residents, organisations, companies and staff propose to them.
 * Events: CallPublished, CallExtended, CallWithdrawn (subject: the call), ProposalSubmitted, ProposalWithdrawn (subject:
 * the proposal).
 */
export { ProposalDirectory, type ProposalView } from './use-cases/proposal-directory.js';
export {
  PROPOSER_KIND_LABELS,
  PROPOSER_KINDS,
  standingOf,
  type Call,
  type CallDocument,
  type CallStanding,
  type ProposalField,
  type ProposerKind,
} from './domain/call.js';
export {
  numberInWords,
  PROPOSAL_STATE_LABELS,
  PROPOSAL_STATES,
  type Proposal,
  type Proposer,
  type ProposalState,
} from './domain/proposal.js';

/** What this stage announces. */
export const PROPOSAL_EVENTS = [
  'CallPublished',
  'CallExtended',
  'CallWithdrawn',
  'ProposalSubmitted',
  'ProposalWithdrawn',
] as const;
