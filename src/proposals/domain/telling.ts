import { dayInJapan, type LocalDate } from '../../kernel/local-date.js';
import type { Decision } from './decision.js';
import type { HearingPlan } from './hearing.js';
import type { Proposal, Screening } from './proposal.js';
import type { Sorting } from './sorting.js';

/** What a proposer is told of. 'merged-result': what became of the proposal that theirs was merged into. */
export const OCCASIONS = [
  'received',
  'screening',
  'hearing',
  'presentation',
  'sorting',
  'result',
  'merged-result',
] as const;
export type Occasion = (typeof OCCASIONS)[number];

export const OCCASION_LABELS: Readonly<Record<Occasion, string>> = {
  received: '受付',
  screening: '必要性の確認の結果',
  hearing: '聞き取りの日',
  presentation: '発表の日',
  sorting: '仕分けの結果',
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
  /** Of the screening, the hearing's day, the order of presentation or the sorting that was told; 1 of what happens once. */
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
  /** The day of the hearing as it was said last, and whether it has been held. */
  readonly hearing?: (Pick<HearingPlan, 'turn' | 'plannedAt'> & { readonly held: boolean }) | null;
  /** When the order of presentation was given out last, and whether one has presented. */
  readonly presentation?: { readonly turn: number; readonly at: Date; readonly held: boolean } | null;
  /** The one that holds. */
  readonly sorting?: Pick<Sorting, 'turn' | 'sortedAt'> | null;
  /** When the sorting of its call was settled; null before that. */
  readonly sortingSettledAt?: Date | null;
  readonly decision: Pick<Decision, 'decidedOn'> | null;
  /** Of the proposal that it was merged into. */
  readonly decisionOfOther: Pick<Decision, 'decidedOn'> | null;
}

/**
 * What its proposer should have heard by now, in its order; nothing of one that was taken back. Whoever proposed online read
 * on the page that it came in, and whoever brought a paper saw it taken in: that is told by mail alone. Who has been there
 * already need not be told of the day any more, nor whoever knows the result: nobody is invited to what is decided.
 */
export function mattersOf(course: Course, tellings: readonly Telling[]): Matter[] {
  const { proposal, screening, hearing, presentation, decision, decisionOfOther } = course;
  const sorting = sortingToTell(course);
  const isDecided = (decision?.decidedOn ?? null) !== null;
  if (proposal.submittedAt === null || proposal.withdrawnAt !== null) return [];
  const matters: (Omit<Matter, 'told'> & { readonly held?: boolean })[] = [];
  if (screening) matters.push({ occasion: 'screening', turn: screening.turn, on: dayInJapan(screening.screenedAt) });
  if (hearing)
    matters.push({
      occasion: 'hearing',
      turn: hearing.turn,
      on: dayInJapan(hearing.plannedAt),
      held: isDecided || hearing.held,
    });
  if (presentation) {
    const { turn, at, held } = presentation;
    matters.push({ occasion: 'presentation', turn, on: dayInJapan(at), held: isDecided || held });
  }
  if (sorting) matters.push(sorting);
  if (decision?.decidedOn) matters.push({ occasion: 'result', turn: 1, on: decision.decidedOn });
  if (decisionOfOther?.decidedOn) matters.push({ occasion: 'merged-result', turn: 1, on: decisionOfOther.decidedOn });
  return matters.flatMap(({ held = false, ...matter }) => {
    const told = tellings.filter(({ occasion, turn }) => occasion === matter.occasion && turn === matter.turn);
    return held && told.length === 0 ? [] : [{ ...matter, told }];
  });
}

/** Told once the call's sorting is settled; what was decided before that was told with its result. */
function sortingToTell({ sorting, sortingSettledAt, decision }: Course): Omit<Matter, 'told'> | null {
  if (!sorting || !sortingSettledAt) return null;
  const [sortedOn, settledOn] = [dayInJapan(sorting.sortedAt), dayInJapan(sortingSettledAt)];
  const decidedOn = decision?.decidedOn;
  if (decidedOn && sortedOn <= decidedOn && decidedOn < settledOn) return null;
  return { occasion: 'sorting', turn: sorting.turn, on: sortedOn > settledOn ? sortedOn : settledOn };
}

export const isUntold = ({ told }: Pick<Matter, 'told'>): boolean => told.length === 0;
