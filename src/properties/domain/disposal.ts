import type { LocalDate } from '../../kernel/local-date.js';
import type { Machine } from '../../kernel/machine.js';
import type { StoredWorking } from '../../kernel/working.js';
import type { Yen } from '../../kernel/yen.js';

/** 売却, 譲渡, 貸付け, 廃棄. */
export const DISPOSAL_KINDS = ['sale', 'transfer', 'loan', 'scrap'] as const;
export type DisposalKind = (typeof DISPOSAL_KINDS)[number];

export const DISPOSAL_KIND_LABELS: Readonly<Record<DisposalKind, string>> = {
  sale: '売却',
  transfer: '譲渡',
  loan: '貸付け',
  scrap: '廃棄',
};

/**
 * sent: applied for, or its draft was given up. returned: staff sent it back with a note; a new one may follow. proposed: in a
 * draft. decided: no letter yet. issued: the letter is out.
 */
export type DisposalState = 'sent' | 'returned' | 'withdrawn' | 'proposed' | 'decided' | 'issued';
type DisposalAction = 'return' | 'withdraw' | 'propose' | 'draft' | 'decide' | 'release' | 'issue' | 'withdraw-letter';

export const disposalMachine = {
  sent: { return: 'returned', withdraw: 'withdrawn', propose: 'proposed' },
  returned: {},
  withdrawn: {},
  proposed: { draft: 'proposed', decide: 'decided', release: 'sent' },
  decided: { issue: 'issued' },
  issued: { 'withdraw-letter': 'decided' },
} as const satisfies Machine<DisposalState, DisposalAction>;

/** 財産処分承認申請 of one item, and what became of it. */
export interface Disposal {
  readonly id: string;
  readonly itemId: string;
  readonly grantId: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly programName: string;
  readonly itemName: string;
  readonly kind: DisposalKind;
  readonly plannedOn: LocalDate;
  readonly proceeds: Yen;
  readonly reason: string;
  readonly state: DisposalState;
  readonly appliedOn: LocalDate;
  readonly appliedBy: string;
  readonly version: number;
  /** Why it was sent back. */
  readonly note: string;
  readonly outcome: 'approved' | 'refused' | null;
  /** Further conditions, or why it was refused, as the letter says it. */
  readonly terms: string;
  /** What is to be paid to the town, with its working; null until it is proposed. */
  readonly payBack: Yen | null;
  readonly working: StoredWorking | null;
  readonly decidedOn: LocalDate | null;
  readonly issuedOn: LocalDate | null;
  readonly letterId: string | null;
  readonly letterNumber: string | null;
}

/** It has not come to its end: a second application for the same item waits. */
export const isOpen = ({ state }: Pick<Disposal, 'state'>): boolean =>
  state === 'sent' || state === 'proposed' || state === 'decided';
