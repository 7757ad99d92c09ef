import { workingOf, type Working, type WorkingLine } from '../../kernel/working.js';
import { formatYen, groupDigits, timesYen, yen } from '../../kernel/yen.js';

/** What a rule may count of an organisation. A new kind of fact is added here, and nowhere else. */
export const FACT_NAMES = ['wards'] as const;
export type FactName = (typeof FACT_NAMES)[number];

/** Whole numbers of zero or more, e.g. `{ wards: 6 }` for six 行政区. */
export type Facts = Readonly<Record<FactName, number>>;

/** The same amount for every organisation, e.g. 均等割. */
export interface FlatTerm {
  readonly kind: 'flat';
  readonly label: string;
  readonly article: string;
  /** Digits only, because JSON numbers are not integers. */
  readonly yen: string;
}

/** An amount for each unit of a fact, e.g. 行政区割. */
export interface PerUnitTerm {
  readonly kind: 'per-unit';
  readonly label: string;
  readonly article: string;
  readonly unit: FactName;
  readonly unitLabel: string;
  readonly yen: string;
}

export type RuleTerm = FlatTerm | PerUnitTerm;

/** How a grant's amount follows from an organisation's facts; data of the programme, never code. */
export interface AmountRule {
  readonly terms: readonly RuleTerm[];
}

function lineOf(term: RuleTerm, facts: Facts): WorkingLine {
  const { label, article } = term;
  const each = yen(term.yen);
  if (term.kind === 'flat') return { label, article, formula: `${formatYen(each)}（定額）`, yen: each };
  const count = facts[term.unit];
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not a count of ${term.unit}: ${String(count)}`);
  return {
    label,
    article,
    formula: `${formatYen(each)} × ${groupDigits(count)}${term.unitLabel}`,
    yen: timesYen(each, count),
  };
}

/** The amount in yen that the rule gives for these facts, with one working line a term. RangeError on a negative or broken count. */
export const evaluateRule = (rule: AmountRule, facts: Facts): Working =>
  workingOf(rule.terms.map((term) => lineOf(term, facts)));
