import type { Yen } from '../../../kernel/yen.js';

/** Where a fact is known from: the register, figures that staff enter each year, an answer, or earlier grants. */
export const FACT_SOURCES = ['wards', 'figure', 'question', 'support-year'] as const;
export type FactSource = (typeof FACT_SOURCES)[number];

export interface FactOption {
  readonly id: string;
  readonly label: string;
}

/** What is counted or known of an organisation, e.g. 行政区の数, 人口, 事務所の借上げ. */
export interface FactDefinition {
  readonly id: string;
  readonly label: string;
  /** 行政区, 人, 世帯; blank for a class. */
  readonly unitLabel: string;
  readonly source: FactSource;
  /** Of a fact whose source is `question`: the question whose answer it is. */
  readonly question?: string;
  /** A class has two options or more; a number has none. */
  readonly options?: readonly FactOption[];
}

/** `[2, 3]` is 3分の2. */
export type Rate = readonly [numerator: number, denominator: number];

/** When a term counts: a class that is chosen, an exact number, or a number within bounds (both included). */
export interface Condition {
  readonly fact: string;
  readonly is?: string | number;
  readonly atLeast?: number;
  readonly atMost?: number;
}

interface TermBase {
  readonly label: string;
  readonly article: string;
  readonly when: Condition | null;
  /** 上限 of this term alone. Digits only, as all amounts of the document: JSON numbers are not integers. */
  readonly cap: string | null;
  /** In how many applications of one year an organisation may use this term. */
  readonly timesPerYear: { readonly most: number; readonly article: string } | null;
}

/** The same amount for every organisation, e.g. 均等割. */
interface FlatTerm extends TermBase {
  readonly kind: 'flat';
  readonly yen: string;
}

/** An amount for each unit of a fact, `less` those that do not count, e.g. 人口割 without 施設入所者. */
interface PerUnitTerm extends TermBase {
  readonly kind: 'per-unit';
  readonly yen: string;
  readonly unit: string;
  readonly unitLabel: string;
  readonly less: string | null;
}

/** An amount for each unit that falls as the count rises: every band pays for the units within it alone. */
interface BandedTerm extends TermBase {
  readonly kind: 'banded';
  readonly unit: string;
  /** Ascending; the last one is open (`null`). */
  readonly bands: readonly { readonly upTo: number | null; readonly yen: string }[];
}

/** An amount for each class of organisations. */
interface ByClassTerm extends TermBase {
  readonly kind: 'by-class';
  readonly fact: string;
  readonly amounts: readonly { readonly option: string; readonly yen: string }[];
}

/** A share of a fixed pool: `pool × rate × part ÷ whole`, or in equal parts (`part: null`) `pool × rate ÷ whole`. */
interface ShareTerm extends TermBase {
  readonly kind: 'share';
  readonly pool: string;
  readonly rate: Rate;
  readonly part: string | null;
  readonly whole: number;
}

/** A part of the eligible cost of some categories, after deductions. */
interface RateTerm extends TermBase {
  readonly kind: 'rate';
  readonly rate: Rate;
  readonly of: readonly string[] | 'all';
}

export type RuleTerm = FlatTerm | PerUnitTerm | BandedTerm | ByClassTerm | ShareTerm | RateTerm;
export const TERM_KINDS = ['flat', 'per-unit', 'banded', 'by-class', 'share', 'rate'] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/** 上限 of the sum. */
export type RuleCap = { readonly label: string; readonly article: string } & (
  { readonly kind: 'yen'; readonly yen: string } | { readonly kind: 'share-of-cost'; readonly rate: Rate }
);

export const ROUNDING_UNITS = [1, 10, 100, 1000, 10000] as const;
export type RoundingUnit = (typeof ROUNDING_UNITS)[number];
export const ROUNDING_MODES = ['down', 'up', 'half-up'] as const;
export const ROUNDING_PLACES = ['lines', 'sum'] as const;

/** 端数処理. Without one, every line is cut to whole yen. */
export interface RuleRounding {
  readonly unit: RoundingUnit;
  readonly mode: (typeof ROUNDING_MODES)[number];
  readonly on: (typeof ROUNDING_PLACES)[number];
  readonly article: string;
}

/** What happens when the applications ask for more than the budget holds: 按分. */
export interface OverSubscription {
  readonly method: 'pro-rata';
  readonly unit: RoundingUnit;
  readonly article: string;
}

/** How a grant's amount follows from facts and costs; data of the programme, never code. */
export interface AmountRule {
  readonly facts: readonly FactDefinition[];
  readonly terms: readonly RuleTerm[];
  /** What is taken off the eligible cost before rates and shares of cost are applied. */
  readonly deductions: { readonly otherIncome: boolean; readonly taxCredit: boolean; readonly article: string };
  readonly caps: readonly RuleCap[];
  readonly rounding: RuleRounding | null;
  readonly overSubscription: OverSubscription | null;
}

/** A whole number of zero or more, or the id of an option. */
export type FactValue = number | string;
export type Facts = Readonly<Record<string, FactValue>>;

/** Everything that an amount can depend on. */
export interface RuleInput {
  readonly facts: Facts;
  /** Eligible cost of each category of expenditure. */
  readonly costs: Readonly<Record<string, Yen>>;
  /** Income that a rule may subtract: fees, donations, other subsidies; not the organisation's own funds. */
  readonly otherIncome: Yen;
  /** 仕入控除税額; `unknown` when it is declared to be reported later. */
  readonly taxCredit: Yen | 'unknown';
  /** Which of the organisation's applications of the year this one is: 1 for the first. */
  readonly timesThisYear: number;
}
