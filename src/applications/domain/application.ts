import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Machine } from '../../kernel/machine.js';
import type { Continuation } from './continuation.js';
import type { PaperEntry } from './paper.js';
import type { Withdrawal } from './withdrawal.js';

export const APPLICATION_STATES = ['draft', 'submitted', 'returned', 'passed', 'withdrawn'] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];
export type ApplicationAction = 'edit' | 'submit' | 'return' | 'pass' | 'withdraw' | 'ask-withdrawal';

export const applicationMachine = {
  draft: { edit: 'draft', submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { return: 'returned', pass: 'passed', withdraw: 'withdrawn' },
  returned: { edit: 'returned', submit: 'submitted', withdraw: 'withdrawn' },
  passed: { withdraw: 'withdrawn', 'ask-withdrawal': 'passed' },
  withdrawn: {},
} as const satisfies Machine<ApplicationState, ApplicationAction>;

/** An application as it stands: its row, without what is written in it. */
export interface Application {
  readonly id: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly programId: string;
  /** The edition that holds for it: a draft follows the newest one, what was sent stays with the one it was sent under. */
  readonly programVersionId: string;
  /** The edition that the officers know while nobody has read what changed since; null otherwise. */
  readonly knownVersionId: string | null;
  readonly fiscalYear: FiscalYear;
  readonly state: ApplicationState;
  /** How often it was submitted: 0 while it was never sent, 2 after one correction. */
  readonly round: number;
  readonly receivedNumber: string | null;
  readonly receivedOn: LocalDate | null;
  readonly submittedAt: Date | null;
  /** Until when the corrections are asked for. */
  readonly correctBy: LocalDate | null;
  /** The act by which it was taken after the end; null for one that came in time. */
  readonly lateAcceptanceId: string | null;
  /** Asked for, or, in the state `withdrawn`, carried out; null in rows older than the record of it. */
  readonly withdrawal: Withdrawal | null;
  /** null for one that the organisation wrote itself. */
  readonly paper: PaperEntry | null;
  /** The adopted proposal from which it began; null for most. */
  readonly proposalId: string | null;
  /** Said where years of support count by project; `unsaid` elsewhere. */
  readonly continuation: Continuation;
  /** The application of an earlier year with whose project it goes on. */
  readonly continuesId: string | null;
  readonly version: number;
}
