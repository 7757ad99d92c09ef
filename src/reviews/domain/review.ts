import type { Fault } from '../../kernel/domain-error.js';
import type { Assessment } from './assessment.js';

export const ANSWERS = ['yes', 'no', 'not-applicable'] as const;
export type ReviewAnswer = (typeof ANSWERS)[number];

/** What a person answered to one item of the checklist. */
export interface ManualAnswer {
  readonly itemId: string;
  readonly answer: ReviewAnswer;
  readonly remark: string;
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
  /** Of an item that the system suspects: what it had found when this was answered. */
  readonly seen?: string;
}

/** A point for the committee that is still being written. */
export interface DraftPoint {
  readonly pointer: string;
  readonly text: string;
}

/** An item of the checklist with its answer; an automatic one answers itself and says why in `remark`. */
export interface ReviewItem {
  readonly id: string;
  readonly text: string;
  readonly article: string;
  readonly automatic: boolean;
  readonly answer: ReviewAnswer | null;
  readonly remark: string;
  readonly by: string | null;
  readonly at: string | null;
  /** What the system found where it only suspects: a person's answer counts before its own. */
  readonly found?: { readonly fulfilled: boolean; readonly why: string };
}

/** How one round of a review ended, with every item as it stood. */
export type ReviewOutcomeKind = 'returned' | 'passed';

export interface ReviewOutcome {
  readonly round: number;
  readonly outcome: ReviewOutcomeKind;
  readonly items: readonly ReviewItem[];
  /** null of a return, and of what passed before lines were assessed. */
  readonly assessment: Assessment | null;
  readonly madeAt: Date;
  readonly madeBy: string;
}

export interface TypedAnswer {
  readonly itemId: string;
  /** Blank while nobody has answered. */
  readonly answer: string;
  readonly remark: string;
  /** The finding that the page showed beside it. */
  readonly seen?: string;
}

export const LONGEST_REMARK = 500;

/**
 * The answers to keep after a save: who answered and when stays with an answer that did not change.
 * Automatic items are nobody's to answer and are left out.
 */
export function takeAnswers(
  manualIds: readonly string[],
  before: readonly ManualAnswer[],
  typed: readonly TypedAnswer[],
  now: { readonly by: string; readonly at: string },
): ManualAnswer[] {
  return manualIds.flatMap((itemId): ManualAnswer[] => {
    const given = typed.find((answer) => answer.itemId === itemId);
    const known = before.find((answer) => answer.itemId === itemId);
    if (!given) return known ? [known] : [];
    const answer = ANSWERS.find((choice) => choice === given.answer);
    if (!answer) return [];
    const remark = given.remark.trim();
    const { seen } = given;
    const same = known?.answer === answer && known.remark === remark && known.seen === seen;
    return [same ? known : { itemId, answer, remark, ...now, ...(seen !== undefined && { seen }) }];
  });
}

/** What keeps a review from being passed; each fault points at `answers.<item>`. */
export function passFaults(items: readonly ReviewItem[]): Fault[] {
  return items.flatMap(({ id, text, answer, remark, automatic, found }): Fault[] => {
    const at = (code: string): Fault[] => [{ pointer: `answers.${id}`, code, params: { item: text, why: remark } }];
    if (answer === null) return at('reviews.item-unanswered');
    if (answer === 'no') return at(automatic ? 'reviews.automatic-item-not-fulfilled' : 'reviews.item-not-fulfilled');
    if (answer === 'yes' && found?.fulfilled === false && remark === '') return at('reviews.look-remark-missing');
    if (answer === 'not-applicable' && remark === '') return at('reviews.reason-missing');
    return [];
  });
}

/** Remarks that no column of a print could hold. */
export const remarkFaults = (typed: readonly TypedAnswer[]): Fault[] =>
  typed
    .filter(({ remark }) => [...remark].length > LONGEST_REMARK)
    .map(({ itemId }) => ({
      pointer: `remarks.${itemId}`,
      code: 'reviews.remark-too-long',
      params: { most: LONGEST_REMARK },
    }));
