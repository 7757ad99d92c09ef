import type { LocalDate } from '../../kernel/local-date.js';
import type { Machine } from '../../kernel/machine.js';
import type { StoredWorking } from '../../kernel/working.js';
import type { Yen } from '../../kernel/yen.js';

/** 変更, 中止・廃止, 取消し. */
export const CHANGE_KINDS = ['amendment', 'discontinuation', 'revocation'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/**
 * drafting: the organisation writes. sent: the section looks at it; a revocation begins here. returned: to be put right.
 * acknowledged 受理: a notice of a minor change, whose
 * answer is an acknowledgement of its own. proposed: in a draft 起案. decided: 決裁 is given,
 * no letter yet. scheduled 施行予定: the letter has its number and a day to come. issued 施行. withdrawn: taken back before the draft, or given up by staff.
 */
export type ChangeState =
  'drafting' | 'sent' | 'returned' | 'acknowledged' | 'proposed' | 'decided' | 'scheduled' | 'issued' | 'withdrawn';
export type ChangeAction =
  | 'write'
  | 'send'
  | 'return'
  | 'acknowledge'
  | 'draft'
  | 'release'
  | 'decide'
  | 'schedule'
  | 'issue'
  | 'withdraw-letter'
  | 'withdraw';

export const changeMachine = {
  drafting: { write: 'drafting', send: 'sent', withdraw: 'withdrawn' },
  sent: { return: 'returned', draft: 'proposed', withdraw: 'withdrawn' },
  returned: { write: 'returned', send: 'sent', withdraw: 'withdrawn' },
  acknowledged: {},
  proposed: { draft: 'proposed', release: 'sent', decide: 'decided', acknowledge: 'acknowledged' },
  decided: { schedule: 'scheduled', issue: 'issued' },
  scheduled: { issue: 'issued', 'withdraw-letter': 'decided' },
  issued: { 'withdraw-letter': 'decided' },
  withdrawn: {},
} as const satisfies Machine<ChangeState, ChangeAction>;

/** Until one of these has come to its end, no other change of the grant begins. */
export const OPEN_STATES = ['drafting', 'sent', 'returned', 'proposed'] as const satisfies readonly ChangeState[];

export type ChangeOutcome = 'granted' | 'reduced' | 'refused';

/** A change of a decided grant. `Content` is what was sent of an application, which this stage hands on unread. */
export interface GrantChange<Content = unknown> {
  readonly id: string;
  readonly grantId: string;
  readonly applicationId: string;
  readonly organizationId: string;
  readonly kind: ChangeKind;
  readonly state: ChangeState;
  readonly version: number;
  readonly startedAt: Date;
  readonly startedBy: string;
  /** Of the organisation; of a revocation, of the town: it is printed in the letter. */
  readonly reason: string;
  /** 増額を求める. */
  readonly increase: boolean;
  /** Staff asked for an application for approval where figures alone would make it a notice. */
  readonly approvalAsked: boolean;
  /** Settled at each sending; false: 軽微な変更の届. */
  readonly needsApproval: boolean;
  readonly previous: Content | null;
  readonly sent: Content | null;
  readonly askedAmount: Yen | null;
  /** 中止・廃止の日. */
  readonly effectiveOn: LocalDate | null;
  readonly spentAmount: Yen | null;
  /** 取消しの根拠. */
  readonly article: string;
  /** 全部取消し; false: 一部取消し. */
  readonly whole: boolean;
  readonly recipientAtFault: boolean;
  /** 弁明: on which day the organisation was heard, and what it said. */
  readonly heardOn: LocalDate | null;
  readonly hearing: string;
  readonly requestId: string | null;
  readonly round: number;
  readonly receivedNumber: string | null;
  readonly receivedOn: LocalDate | null;
  readonly sentAt: Date | null;
  readonly sentBy: string | null;
  /** Why it was returned; blank while it was not. */
  readonly returnNote: string;
  readonly correctBy: LocalDate | null;
  /** The amount in force that it changes. */
  readonly beforeAmount: Yen;
  readonly outcome: ChangeOutcome | null;
  readonly decisionReason: string;
  /** The amount that it puts into force; null while nothing is proposed, and of a discontinuation, which settles later. */
  readonly amount: Yen | null;
  readonly working: StoredWorking | null;
  /** What was ordered beyond the new amount, and must come back. */
  readonly overAmount: Yen | null;
  readonly decidedOn: LocalDate | null;
  /** The day of 受理 or 取下げ. */
  readonly closedOn: LocalDate | null;
  readonly issuedOn: LocalDate | null;
  readonly letterId: string | null;
  readonly letterNumber: string | null;
}

/** What a change is called, given how it turned out. */
export function changeTitle({ kind, needsApproval, whole }: Pick<GrantChange, 'kind' | 'needsApproval' | 'whole'>) {
  if (kind === 'amendment') return needsApproval ? '変更承認申請' : '軽微な変更の届';
  if (kind === 'discontinuation') return '中止・廃止承認申請';
  return whole ? '交付決定の全部取消し' : '交付決定の一部取消し';
}

/** A 軽微な変更の届 that was sent at least once: received, not decided. */
export const isNotice = ({ kind, needsApproval, round }: Pick<GrantChange, 'kind' | 'needsApproval' | 'round'>) =>
  kind === 'amendment' && !needsApproval && round > 0;

/** The act by which it is decided. */
export const actOf = (change: Pick<GrantChange, 'kind' | 'needsApproval' | 'round'>) =>
  isNotice(change) ? 'minor-change' : change.kind;

/** What somebody did with a change, as its history keeps it. */
export type ChangeActKind =
  | 'started'
  | 'sent'
  | 'returned'
  | 'acknowledged'
  | 'proposed'
  | 'released'
  | 'decided'
  | 'scheduled'
  | 'issued'
  | 'reopened'
  | 'withdrawn';
