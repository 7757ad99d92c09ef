import type { WorkingLine } from '../../../kernel/working.js';
import { subtractYen, type Yen } from '../../../kernel/yen.js';

/** 順位による切捨て, 按分, 上限一律, and amounts given case by case. */
export const ALLOCATION_METHODS = ['rank', 'pro-rata', 'cap', 'hand'] as const;
export type AllocationMethod = (typeof ALLOCATION_METHODS)[number];

/** What stands first: the panel's place, the 収受番号, or the places that staff give. */
export const RANK_ORDERS = ['panel', 'received', 'hand'] as const;
export type RankOrder = (typeof RANK_ORDERS)[number];

/** What the first case gets that no longer fits in full: nothing, or what is left. */
export const AT_CUT = ['stop', 'part'] as const;
export type AtCut = (typeof AT_CUT)[number];

/** A case that asks for its share: it passed the review and nothing is drafted. */
export interface AllocationCase {
  /** Of the application. */
  readonly id: string;
  readonly organizationName: string;
  readonly title: string;
  /** 収受番号. */
  readonly reference: string;
  /** 査定額. */
  readonly requested: Yen;
  /** Of the panel's confirmed result; null without one, or where it fell short. */
  readonly place: number | null;
  readonly fellShort: boolean;
}

/** How a trial divides. What its method does not ask for stays as it was typed and means nothing. */
export interface AllocationPlan {
  readonly method: AllocationMethod;
  /** 配分の上限: the budget left, or a part of it that staff name. */
  readonly ceiling: Yen;
  /** What the ceiling is, in words. */
  readonly ceilingNote: string;
  /** 端数: every divided amount is cut to this many yen. */
  readonly unit: number;
  /** Where the division rests. */
  readonly article: string;
  readonly order: RankOrder;
  readonly atCut: AtCut;
  /** 上限一律, in yen; null: the largest one that fits. */
  readonly cap: Yen | null;
  /** What staff gave single cases, in digits, by application: amounts by hand, or places. */
  readonly entries: Readonly<Record<string, string>>;
  /** 考え方: why this way. */
  readonly note: string;
}

export interface AllocatedCase extends AllocationCase {
  readonly amount: Yen;
  /** The arithmetic or the reason, in words. */
  readonly how: string;
}

export interface Allocation {
  /** In the order of the rank, otherwise in the order in which they came. */
  readonly cases: readonly AllocatedCase[];
  readonly asked: Yen;
  readonly allocated: Yen;
  /** What is left of the ceiling; below zero it is exceeded. */
  readonly left: Yen;
}

export const METHOD_LABELS: Readonly<Record<AllocationMethod, string>> = {
  rank: '順位による切捨て',
  'pro-rata': '按分',
  cap: '上限一律',
  hand: '個別に定める額',
};

/** What takes an assessed amount down to its share; null where it is met in full. */
export const shareLine = (
  { method, article }: Pick<AllocationPlan, 'method' | 'article'>,
  { amount, requested, how }: AllocatedCase,
): WorkingLine | null =>
  amount === requested
    ? null
    : { label: METHOD_LABELS[method], article, formula: how, yen: subtractYen(amount, requested) };
