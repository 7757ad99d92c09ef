import { dayInJapan, type LocalDate } from '../../kernel/local-date.js';
import type { Decision } from './decision.js';
import type { Proposal, Screening } from './proposal.js';

/** What a proposer is told of. 'merged-result': what became of the proposal that theirs was merged into. */
export const OCCASIONS = ['received', 'screening', 'result', 'merged-result'] as const;
export type Occasion = (typeof OCCASIONS)[number];

export const OCCASION_LABELS: Readonly<Record<Occasion, string>> = {
  received: '受付',
  screening: '必要性の確認の結果',
  result: '提案の結果',
  'merged-result': '統合した先の結果',
};

export const TELLING_WAYS = ['mail', 'post', 'phone', 'counter'] as const;
export type TellingWay = (typeof TELLING_WAYS)[number];

export const TELLING_WAY_LABELS: Readonly<Record<TellingWay, string>> = {
  mail: 'メール',
  post: '郵送',
  phone: '電話',
  counter: '窓口',
};

/** お知らせ: how, when and by whom a proposer was told. */
export interface Telling {
  readonly occasion: Occasion;
  /** Of the screening that was told; 1 of everything that happens once. */
  readonly turn: number;
  readonly how: TellingWay;
  readonly toldOn: LocalDate;
  /** Blank where nothing was noted. */
  readonly note: string;
  readonly writtenAt: Date;
  readonly writtenBy: string;
}

/** Something that a proposer is to hear of. */
export interface Matter {
  readonly occasion: Occasion;
  readonly turn: number;
  readonly on: LocalDate;
  /** Newest last; empty while it is to be told. */
  readonly told: readonly Telling[];
}

interface Course {
  readonly proposal: Pick<Proposal, 'submittedAt' | 'withdrawnAt'>;
  /** The one that holds. */
  readonly screening: Pick<Screening, 'turn' | 'screenedAt'> | null;
  readonly decision: Pick<Decision, 'decidedOn'> | null;
  /** Of the proposal that it was merged into. */
  readonly decisionOfOther: Pick<Decision, 'decidedOn'> | null;
}

/**
 * What its proposer should have heard by now, in its order; nothing of one that was taken back. Whoever proposed online read
 * on the page that it came in, and whoever brought a paper saw it taken in: that is told by mail alone.
 */
export function mattersOf(course: Course, tellings: readonly Telling[]): Matter[] {
  const { proposal, screening, decision, decisionOfOther } = course;
  if (proposal.submittedAt === null || proposal.withdrawnAt !== null) return [];
  const matters: Omit<Matter, 'told'>[] = [];
  if (screening) matters.push({ occasion: 'screening', turn: screening.turn, on: dayInJapan(screening.screenedAt) });
  if (decision?.decidedOn) matters.push({ occasion: 'result', turn: 1, on: decision.decidedOn });
  if (decisionOfOther?.decidedOn) matters.push({ occasion: 'merged-result', turn: 1, on: decisionOfOther.decidedOn });
  return matters.map((matter) => ({
    ...matter,
    told: tellings.filter(({ occasion, turn }) => occasion === matter.occasion && turn === matter.turn),
  }));
}

export const isUntold = ({ told }: Pick<Matter, 'told'>): boolean => told.length === 0;
