import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';
import type { Act } from './acts.js';

/** `consult`: 合議, asked before the decision without deciding; `inform`: 供覧, shown it afterwards. */
export type StepRole = 'approve' | 'consult' | 'inform';

export interface AuthorityStep {
  readonly postId: string;
  readonly role: StepRole;
}

/** One row of the table: this act, up to this amount (included; null: any amount), by these posts in this order. */
export interface AuthorityRule {
  readonly act: Act;
  readonly upTo: Yen | null;
  readonly steps: readonly AuthorityStep[];
}

/** 専決規程の別表: who decides what, as data of the town. A published table never changes; a later one takes its place. */
export interface AuthorityTable {
  readonly id: string;
  readonly number: number;
  /** The rule it comes from, as letters and screens cite it. */
  readonly basis: string;
  readonly validFrom: LocalDate;
  readonly state: 'draft' | 'published';
  readonly publishedAt: Date | null;
  readonly rules: readonly AuthorityRule[];
  readonly version: number;
}

/** The rule for an amount: the lowest limit that is not below it. */
export function ruleFor(table: Pick<AuthorityTable, 'rules'>, act: Act, amount: Yen): AuthorityRule | null {
  const fitting = table.rules.filter((rule) => rule.act === act && (rule.upTo === null || amount <= rule.upTo));
  return fitting.reduce<AuthorityRule | null>(
    (lowest, rule) => (lowest === null || isBelow(rule.upTo, lowest.upTo) ? rule : lowest),
    null,
  );
}

const isBelow = (a: Yen | null, b: Yen | null): boolean => a !== null && (b === null || a < b);
