import type { FiscalYear } from '../../kernel/fiscal-year.js';

/** Of a new project, or of one that an earlier application began; `unsaid` while several could be meant. */
export const CONTINUATIONS = ['unsaid', 'new', 'continued'] as const;
export type Continuation = (typeof CONTINUATIONS)[number];

/** What an application says of the project it is for. */
export interface ProjectOfApplication {
  readonly continuation: Continuation;
  /** The application of an earlier year with whose project it goes on. */
  readonly continuesId: string | null;
  readonly proposalId: string | null;
}

interface Counting {
  readonly perYear: { readonly most: number } | null;
  readonly rule: { readonly facts: readonly { readonly source: string }[] };
}

/** Years of support count by project where an organisation may have several in a year; else by organisation. */
export const countsByProject = ({ perYear, rule }: Counting): boolean =>
  perYear?.most !== 1 && rule.facts.some(({ source }) => source === 'support-year');

interface Earlier {
  readonly id: string;
  readonly fiscalYear: FiscalYear;
  readonly proposalId: string | null;
}

/**
 * How an application begins that may go on with one of these projects, the newest first: what comes from a proposal goes
 * on with the year before of the same proposal, or is new; what does not, goes on with the only one there is, and with
 * several its applicant has to say.
 */
export function firstWord(proposalId: string | null, earlier: readonly Earlier[]): ProjectOfApplication {
  const meant = proposalId === null ? earlier : earlier.filter((each) => each.proposalId === proposalId).slice(0, 1);
  const [only] = meant;
  if (!only) return { continuation: 'new', continuesId: null, proposalId };
  if (meant.length > 1) return { continuation: 'unsaid', continuesId: null, proposalId };
  return { continuation: 'continued', continuesId: only.id, proposalId };
}
