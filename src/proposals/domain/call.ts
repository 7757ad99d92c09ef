import type { FormSection } from '../../forms/index.js';
import { endOfDay, isOver } from '../../kernel/deadline.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import { momentInJapan, type LocalDate } from '../../kernel/local-date.js';
import type { Machine } from '../../kernel/machine.js';
import type { Rubric } from '../../kernel/rubric.js';

/** Who may propose; a call names those it asks. */
export const PROPOSER_KINDS = ['resident', 'organization', 'company', 'staff'] as const;
export type ProposerKind = (typeof PROPOSER_KINDS)[number];

export const PROPOSER_KIND_LABELS: Readonly<Record<ProposerKind, string>> = {
  resident: '住民',
  organization: '団体',
  company: '企業',
  staff: '職員',
};

/** 'free': proposers choose what to speak of; 'town': the town says what it looks for. */
export const THEME_KINDS = ['free', 'town'] as const;
export type ThemeKind = (typeof THEME_KINDS)[number];

export type CallState = 'draft' | 'published' | 'withdrawn';

export const callMachine = {
  draft: { edit: 'draft', publish: 'published' },
  published: { extend: 'published', withdraw: 'withdrawn' },
  withdrawn: {},
} as const satisfies Machine<CallState, 'edit' | 'publish' | 'extend' | 'withdraw'>;

/** 分野: what a proposal is about, by which they are listed and counted. */
export interface ProposalField {
  readonly id: string;
  readonly label: string;
}

/** What a call says and asks; frozen once it is published, its end alone may move to a later day. */
export interface CallDocument {
  readonly fiscalYear: FiscalYear;
  readonly title: string;
  readonly lead: string;
  readonly themeKind: ThemeKind;
  /** Blank where the theme is free. */
  readonly theme: string;
  readonly proposers: readonly ProposerKind[];
  readonly fields: readonly ProposalField[];
  readonly opens: LocalDate;
  /** The last day, to its end. */
  readonly closes: LocalDate;
  readonly form: readonly FormSection[];
  /** 評価項目; null where nothing is scored. */
  readonly rubric: Rubric | null;
  /** What happens to a proposal once it is in, told to whoever proposes. */
  readonly afterwards: string;
  readonly sectionId: string;
}

/** 募集: the town asks for proposals. */
export interface Call extends CallDocument {
  readonly id: string;
  readonly state: CallState;
  readonly publishedAt: Date | null;
  readonly withdrawalReason: string;
  readonly version: number;
}

/** How a call stands for whoever would like to propose. */
export type CallStanding = 'draft' | 'coming' | 'open' | 'over' | 'withdrawn';

export function standingOf(
  { state, opens, closes }: Pick<Call, 'state' | 'opens' | 'closes'>,
  now: Date,
): CallStanding {
  if (state !== 'published') return state;
  if (now < momentInJapan(opens)) return 'coming';
  return isOver(endOfDay(closes), now) ? 'over' : 'open';
}

/** Throws `proposals.call-not-open` with the period. */
export function requireOpen(call: Call, now: Date): void {
  if (standingOf(call, now) === 'open') return;
  throw new DomainError('proposals.call-not-open', 'conflict', { opens: call.opens, closes: call.closes });
}

export const fieldLabelOf = ({ fields }: Pick<Call, 'fields'>, id: string): string =>
  fields.find((field) => field.id === id)?.label ?? id;
