import type { Side } from '../../kernel/actor.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Machine } from '../../kernel/machine.js';
import type { Yen } from '../../kernel/yen.js';

/** circulating 回議中, returned 差戻し (to the drafter), approved 決裁済, withdrawn 取下げ. */
export type DraftState = 'circulating' | 'returned' | 'approved' | 'withdrawn';
export type DraftAction = 'pass' | 'decide' | 'send-back' | 'return' | 'resubmit' | 'withdraw';

export const DRAFT_MACHINE = {
  circulating: { pass: 'circulating', decide: 'approved', 'send-back': 'circulating', return: 'returned' },
  returned: { resubmit: 'circulating', withdraw: 'withdrawn' },
  approved: {},
  withdrawn: {},
} as const satisfies Machine<DraftState, DraftAction>;

/** `consult` is 合議: asked before the decision, without deciding. */
export type StepRole = 'approve' | 'consult';

/** A post on the route of one round. */
export interface DraftStep {
  readonly position: number;
  readonly postId: string;
  readonly postName: string;
  readonly side: Side;
  readonly role: StepRole;
  /** The approval that stands; null while the post has not acted, or after a send-back took it away. */
  readonly actId: string | null;
}

/** One case of the draft. */
export interface DraftItem {
  readonly id: string;
  readonly ordinal: number;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly organizationId: string | null;
  readonly title: string;
  readonly amount: Yen;
  /** Digest of the content that was drafted in this round: only that may be approved. */
  readonly digest: string;
  /** Its decision is still open; a subject has one running item at most. */
  readonly running: boolean;
}

export type ActKind = 'drafted' | 'approved' | 'sent-back' | 'resubmitted' | 'withdrawn';

/** Who did what for which post, when, having been shown what. Never changed. */
export interface DraftAct {
  readonly id: string;
  readonly round: number;
  readonly position: number | null;
  readonly kind: ActKind;
  readonly postId: string;
  readonly postName: string;
  readonly staffId: string;
  readonly staffName: string;
  readonly actedAt: Date;
  readonly actedOn: LocalDate;
  readonly comment: string;
  /** Where a send-back went: a position, or 0 for the drafter. */
  readonly returnedTo: number | null;
  /** The first act, when one person acted once for two consecutive posts. */
  readonly joinedActId: string | null;
}

export interface Drafter {
  readonly staffId: string;
  readonly name: string;
  readonly postId: string;
  readonly postName: string;
}

/** 起案 with the route of its present round, its cases and everything that happened to it. */
export interface Draft {
  readonly id: string;
  /** 起案番号, e.g. `R8-0012`: one series for each town and year. */
  readonly number: string;
  readonly kind: string;
  readonly title: string;
  readonly reason: string;
  readonly state: DraftState;
  readonly round: number;
  /** The step that waits; null unless circulating. */
  readonly position: number | null;
  readonly drafter: Drafter;
  /** 起案日. */
  readonly draftedOn: LocalDate;
  /** 決裁日. */
  readonly decidedOn: LocalDate | null;
  readonly waitingSince: Date;
  /** The rule that gives this route, e.g. 専決規程 別表. */
  readonly authorityBasis: string;
  /** The amount in yen by which the route was found. */
  readonly authorityAmount: Yen;
  readonly steps: readonly DraftStep[];
  readonly items: readonly DraftItem[];
  readonly acts: readonly DraftAct[];
}

/** Where `returnedTo` points when a send-back goes to the drafter. */
export const DRAFTER_POSITION = 0;
