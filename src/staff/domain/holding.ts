import type { Side } from '../../kernel/actor.js';
import type { Fault } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';

/** `acting`: 事務取扱・職務代理 of a post that has no holder of its own. */
export type HoldingKind = 'holder' | 'acting';

/** One person in one post from a day until a day, both included; without an end, until further notice. */
export interface Holding {
  readonly id: string;
  readonly postId: string;
  readonly staffId: string;
  readonly kind: HoldingKind;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate | null;
}

export interface HoldingWithSide extends Holding {
  readonly side: Side;
  readonly postName: string;
}

export const holdsOn = (holding: Pick<Holding, 'fromOn' | 'untilOn'>, day: LocalDate): boolean =>
  holding.fromOn <= day && (holding.untilOn === null || day <= holding.untilOn);

export const overlap = (a: Pick<Holding, 'fromOn' | 'untilOn'>, b: Pick<Holding, 'fromOn' | 'untilOn'>): boolean =>
  (a.untilOn === null || b.fromOn <= a.untilOn) && (b.untilOn === null || a.fromOn <= b.untilOn);

/**
 * What speaks against giving this person this post: the same post twice at a time, or posts of two sides at a time.
 * `others` are all holdings of the person. The database refuses the same (posts of two sides) on its own.
 */
export function holdingFaults(wanted: HoldingWithSide, others: readonly HoldingWithSide[]): Fault[] {
  if (wanted.untilOn !== null && wanted.untilOn < wanted.fromOn) {
    return [{ pointer: 'untilOn', code: 'staff.holding-ends-before-start' }];
  }
  const atTheTime = others.filter((other) => other.id !== wanted.id && overlap(other, wanted));
  const other = atTheTime.find(({ side }) => side !== wanted.side);
  if (other) {
    return [
      {
        pointer: 'postId',
        code: 'staff.posts-of-both-sides',
        params: { held: other.postName, wanted: wanted.postName },
      },
    ];
  }
  if (atTheTime.some(({ postId }) => postId === wanted.postId)) {
    return [{ pointer: 'postId', code: 'staff.post-held-already', params: { post: wanted.postName } }];
  }
  return [];
}
