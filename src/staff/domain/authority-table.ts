import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';

/** What is decided; open text, so that later stages may add theirs. */
export type Act = string;

/** Acts without which no grant can be carried to its end. */
export const REQUIRED_ACTS = ['grant-decision', 'payment-order'] as const;

const ACT_LABELS: ReadonlyMap<Act, string> = new Map([
  ['grant-decision', '交付決定'],
  ['payment-order', '支出命令'],
  ['refusal', '不交付決定'],
  ['amendment', '変更交付決定'],
  ['revocation', '交付決定の取消し'],
  ['amount-determination', '額の確定'],
  ['program-publication', '補助制度の公開'],
]);

/** The act as tables and refusals name it; an act of the town's own is named by itself. */
export const actLabel = (act: Act): string => ACT_LABELS.get(act) ?? act;

/** Acts that a table may rule, with their names. */
export const KNOWN_ACTS: readonly Act[] = [...ACT_LABELS.keys()];

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
