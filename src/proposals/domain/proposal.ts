import type { Answer } from '../../forms/index.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Machine } from '../../kernel/machine.js';
import type { ProposerKind } from './call.js';

export const PROPOSAL_STATES = [
  'draft',
  'submitted',
  'relevant',
  'set-aside',
  'adopted',
  'refused',
  'merged',
  'withdrawn',
] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];
export type ProposalAction =
  'edit' | 'submit' | 'withdraw' | 'find-relevant' | 'set-aside' | 'adopt' | 'refuse' | 'merge';

/** Hearing, presentation and sorting are records beside the state: every proposal is sorted, one set aside as well. */
export const proposalMachine = {
  draft: { edit: 'draft', submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { 'find-relevant': 'relevant', 'set-aside': 'set-aside', withdraw: 'withdrawn' },
  relevant: {
    'find-relevant': 'relevant',
    'set-aside': 'set-aside',
    adopt: 'adopted',
    refuse: 'refused',
    merge: 'merged',
    withdraw: 'withdrawn',
  },
  'set-aside': { 'find-relevant': 'relevant', 'set-aside': 'set-aside' },
  adopted: {},
  refused: {},
  merged: {},
  withdrawn: {},
} as const satisfies Machine<ProposalState, ProposalAction>;

export const PROPOSAL_STATE_LABELS: Readonly<Record<ProposalState, string>> = {
  draft: '作成中',
  submitted: '受付済み',
  relevant: '検討中',
  'set-aside': '対象外',
  adopted: '採択',
  refused: '不採択',
  merged: 'ほかの提案と統合',
  withdrawn: '取下げ',
};

/** Whether the area needs what was proposed; each is a state of the proposal. */
export const SCREENING_OUTCOMES = ['relevant', 'set-aside'] as const satisfies readonly ProposalState[];
export type ScreeningOutcome = (typeof SCREENING_OUTCOMES)[number];

export const SCREENING_LABELS: Readonly<Record<ScreeningOutcome, string>> = {
  relevant: '地域に必要な提案として検討する',
  'set-aside': '今回の検討の対象としない',
};

/** What was said of it, told to the proposer; the one with the latest turn holds. */
export interface Screening {
  readonly outcome: ScreeningOutcome;
  readonly reason: string;
  readonly turn: number;
  readonly screenedAt: Date;
  readonly screenedBy: string;
}

export const LONGEST_SCREENING_REASON = 600;

/** Whoever proposes, and how the section reaches them; contact and mail are personal and for the section alone. */
export interface Proposer {
  readonly kind: ProposerKind;
  readonly name: string;
  /** Whether the name may stand where everybody reads it. */
  readonly publicName: boolean;
  readonly contact: string;
  readonly mail: string;
}

/** A proposal as its row keeps it. */
export interface Proposal {
  readonly id: string;
  readonly callId: string;
  /** 第n号 within its call; null until it is sent. */
  readonly number: number | null;
  readonly proposer: Proposer;
  /** The organisation that is signed in; null for everybody else. */
  readonly organizationId: string | null;
  readonly title: string;
  readonly fieldId: string;
  readonly state: ProposalState;
  /** SHA-256 of the secret code of a proposer without an account. */
  readonly accessHash: string | null;
  /** 収受日 of a proposal that came on paper. */
  readonly paperReceivedOn: LocalDate | null;
  readonly enteredBy: string | null;
  /** In words, as sent; null until then. */
  readonly answers: readonly Answer[] | null;
  readonly begunAt: Date;
  readonly submittedAt: Date | null;
  readonly withdrawnAt: Date | null;
  /** When contact, mail and a name that was not to be published were erased. */
  readonly erasedOn: LocalDate | null;
  /** The mail with the code did not leave. */
  readonly codeMailFailedAt: Date | null;
  readonly version: number;
}

/** The kind under which notes and panels keep what they say of a proposal. */
export const PROPOSAL_SUBJECT = 'proposal';

/** `第3号`; blank before it is sent. */
export const numberInWords = (number: number | null): string => (number === null ? '' : `第${String(number)}号`);

/** Where everybody reads: the name only of whoever agreed, else what kind of proposer it was. */
export const publicNameOf = ({ name, publicName }: Pick<Proposer, 'name' | 'publicName'>): string | null =>
  publicName ? name : null;
