import type { Side } from '../../kernel/actor.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Machine } from '../../kernel/machine.js';
import type { Yen } from '../../kernel/yen.js';

/** circulating 回議中, returned (at the drafter: 差戻し or 引戻し), approved 決裁済, rejected 却下, withdrawn 取下げ. */
export type DraftState = 'circulating' | 'returned' | 'approved' | 'rejected' | 'withdrawn';
export type DraftAction =
  | 'pass'
  | 'decide'
  | 'send-back'
  | 'return'
  | 'reject'
  | 'pull-back'
  | 'resubmit'
  | 'withdraw'
  | 'arrange'
  | 'speak'
  | 'look-back';

/** arrange: cases, attachments and posts of a draft under way. look-back: 後閲 and 供覧, which change no decision. */
export const DRAFT_MACHINE = {
  circulating: {
    pass: 'circulating',
    decide: 'approved',
    'send-back': 'circulating',
    return: 'returned',
    reject: 'rejected',
    'pull-back': 'returned',
    arrange: 'circulating',
    speak: 'circulating',
    'look-back': 'circulating',
  },
  returned: {
    resubmit: 'circulating',
    withdraw: 'withdrawn',
    arrange: 'returned',
    speak: 'returned',
    'look-back': 'returned',
  },
  approved: { 'look-back': 'approved' },
  rejected: { 'look-back': 'rejected' },
  withdrawn: { 'look-back': 'withdrawn' },
} as const satisfies Machine<DraftState, DraftAction>;

/** `consult` is 合議, asked before the decision without deciding; `inform` is 供覧, shown it afterwards. */
export type StepRole = 'approve' | 'consult' | 'inform';

/** A post on the route of one round. Steps of one position act in any order. */
export interface DraftStep {
  /** Its place among the steps of the round, from 1. */
  readonly ordinal: number;
  readonly position: number;
  readonly postId: string;
  readonly postName: string;
  readonly side: Side;
  readonly role: StepRole;
  /** The act that stands for every case of the draft; null while one is open, or after a send-back took it away. */
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
  /** Digest of the content that was drafted: only that may be approved. */
  readonly digest: string;
  /** Its decision is still open here; a subject has one running item at most. */
  readonly running: boolean;
  /** The act by which it left the draft (保留); null while it belongs to it. */
  readonly leftActId: string | null;
  /** It left with its budget still reserved, to be drafted again. */
  readonly reservationKept: boolean;
}

export type ActKind =
  | 'drafted'
  | 'approved'
  | 'differed'
  | 'sent-back'
  | 'rejected'
  | 'pulled-back'
  | 'resubmitted'
  | 'withdrawn'
  | 'held'
  | 'recast'
  | 'remarked'
  | 'asked'
  | 'answered'
  | 'attached'
  | 'acknowledged'
  | 'reviewed'
  | 'read'
  | 'mapped'
  | 'sealed';

/**
 * Why somebody acted for a post that is not theirs. 代決: its holder is `absent`, it is `vacant`, or everyone who holds it is
 * `tied` to the case. `passed`: nobody could act for it, and the next eligible post did.
 */
export type Cover = 'absent' | 'vacant' | 'tied' | 'passed';

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
  /** 決裁日 where it was sealed on paper before it was entered. */
  readonly actedOn: LocalDate;
  readonly comment: string;
  /** Where a send-back or a question went: a position, or 0 for the drafter. */
  readonly returnedTo: number | null;
  /** The first act, when one person acted once for two consecutive posts. */
  readonly joinedActId: string | null;
  /** The act that this one answers, acknowledges or reviews. */
  readonly aboutActId: string | null;
  readonly cover: Cover | null;
  /** The post from which somebody acted for another one. */
  readonly ownPostName: string | null;
  /** Who entered an act that was sealed on paper. */
  readonly recordedBy: string | null;
  /** The cases that were shown, each with what was shown of it. */
  readonly items: readonly { readonly itemId: string; readonly digest: string }[];
}

/** Marks that bar 代決 (重要・異例・新規). */
export const DRAFT_MARKS = ['important', 'unusual', 'new'] as const;
export type DraftMark = (typeof DRAFT_MARKS)[number];

export interface Drafter {
  readonly staffId: string;
  readonly name: string;
  readonly postId: string;
  readonly postName: string;
}

/** A paper of the draft: added, never replaced or removed. */
export interface DraftAttachment {
  readonly actId: string;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
}

/** 起案 with the route of its present round, its cases and everything that happened to it. */
export interface Draft {
  readonly id: string;
  /** 起案番号, e.g. `R8-起案-0012`: one series for each town and year. */
  readonly number: string;
  readonly kind: string;
  readonly title: string;
  readonly reason: string;
  readonly state: DraftState;
  readonly round: number;
  /** The position that waits; null unless circulating. */
  readonly position: number | null;
  readonly drafter: Drafter;
  readonly marks: readonly DraftMark[];
  /** 持ち回り: the drafter carries an urgent draft round, so the posts before the last act in any order. */
  readonly carried: boolean;
  /** An earlier draft that this one cites, e.g. one that was rejected. */
  readonly citesDraftId: string | null;
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
  readonly attachments: readonly DraftAttachment[];
}

/** Where `returnedTo` points when a send-back or a question goes to the drafter. */
export const DRAFTER_POSITION = 0;

/** The cases that the draft still decides, or has decided. */
export const itemsOf = (draft: Pick<Draft, 'items'>): readonly DraftItem[] =>
  draft.items.filter(({ leftActId }) => leftActId === null);

/** The step whose act is the decision 決裁. */
export const decidingStepOf = (steps: readonly DraftStep[]): DraftStep | undefined =>
  steps.findLast(({ role }) => role === 'approve');
