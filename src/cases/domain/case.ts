import { refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';

/** Where a case stands on its way, in the order of the way. */
export const PHASES = [
  'drafting',
  'submitted',
  'returned',
  'review',
  'passed',
  'approval',
  'withdrawal-asked',
  'decided',
  'issued',
  'refused',
  'claimed',
  'ordered',
  'treasury',
  'batched',
  'transfer-failed',
  'part-paid',
  'paid',
  'reporting',
  'report-submitted',
  'report-returned',
  'report-inspected',
  'determining',
  'determined',
  'settled',
  'withdrawn',
] as const;
export type Phase = (typeof PHASES)[number];

/** Whose turn it is. */
export const WAITING_FOR = ['committee', 'promotion', 'approvers', 'treasury', 'nobody'] as const;
export type WaitingFor = (typeof WAITING_FOR)[number];

/** One case as lists show it. Its id is that of the application with which it began. */
export interface CaseItem {
  readonly id: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly programId: string;
  readonly programName: string;
  readonly title: string;
  readonly fiscalYear: FiscalYear;
  readonly phase: Phase;
  readonly waitingFor: WaitingFor;
  readonly dueOn: LocalDate | null;
  readonly receivedNumber: string | null;
  readonly amount: Yen | null;
  /** 紙で受付: handed in as a paper and entered by staff. */
  readonly onPaper: boolean;
  readonly changedAt: Date;
  /** Messages of the organisation that the staff in charge have not opened, and the other way round. */
  readonly unreadByStaff: number;
  readonly unreadByCommittee: number;
}

export type NewCase = Omit<CaseItem, 'receivedNumber' | 'changedAt' | 'unreadByStaff' | 'unreadByCommittee'>;

/** What a stage changes when its part of the way is done; a field left out stays. */
export interface CaseMove {
  readonly phase: Phase;
  readonly waitingFor: WaitingFor;
  readonly dueOn?: LocalDate | null;
  readonly amount?: Yen | null;
  readonly receivedNumber?: string;
}

export interface CaseFilter {
  readonly phase?: Phase;
  readonly waitingFor?: WaitingFor;
  readonly programId?: string;
  readonly organizationId?: string;
  /** Only cases with messages that staff have not opened. */
  readonly unread?: true;
}

/** How many cases wait for whom, without those that wait for nobody; and how many hold messages that staff have not opened. */
export interface CaseCounts {
  readonly waiting: ReadonlyMap<WaitingFor, number>;
  readonly unread: number;
}

/** The place in the list after which the next page begins. */
export interface CasePlace {
  readonly sortOn: LocalDate;
  readonly id: string;
}

export interface CasePage {
  readonly items: readonly CaseItem[];
  /** null on the last page. */
  readonly next: CasePlace | null;
}

/** A case without a due day stands after every case with one. */
export const WITHOUT_DUE_DAY = '9999-12-31' as LocalDate;

/** What a search found, the newest first; `next` is where the following page begins, null on the last. */
export interface FoundCases {
  readonly items: readonly CaseItem[];
  readonly next: string | null;
}

/** A word of one character stands in nearly every case. */
const SHORTEST_WORD = 2;
const MOST_WORDS = 5;
const LONGEST_SEARCH = 100;

/**
 * The words of a search, each of which must occur in the name of the organisation, the title or the receipt number. Faults at
 * `words`.
 */
export function searchWords(typed: string): string[] {
  const words = typed
    .normalize('NFKC')
    .slice(0, LONGEST_SEARCH)
    .split(/\s+/)
    .filter((word) => word !== '');
  const faults: Fault[] = words
    .filter((word) => [...word].length < SHORTEST_WORD)
    .map((word) => ({ pointer: 'words', code: 'cases.word-too-short', params: { word } }));
  if (words.length > MOST_WORDS) {
    faults.push({ pointer: 'words', code: 'cases.too-many-words', params: { most: MOST_WORDS } });
  }
  refuseWhenFaulty(faults);
  return words;
}
