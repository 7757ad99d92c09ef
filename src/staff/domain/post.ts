import type { Duty, Side } from '../../kernel/actor.js';
import { refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';

/**
 * What happens to a route while nobody holds the post: the next post above acts, the deputy acts (代決), or the route waits
 * for an acting holder (事務取扱).
 */
export type WhenVacant = 'above' | 'deputy' | 'refuse';

/** 職: what a route names and a person holds for a time. */
export interface Post {
  readonly id: string;
  readonly name: string;
  readonly sectionId: string;
  readonly side: Side;
  readonly duties: readonly Duty[];
  /** Higher stands above: 担当 10, 係長 20, 課長 30 … 長 90. */
  readonly rank: number;
  readonly whenVacant: WhenVacant;
  /** The post that acts for this one while its holder is away (代決); null where the rule names none. */
  readonly deputyPostId: string | null;
  /** The first day on which the post is no more. */
  readonly abolishedOn: LocalDate | null;
  /** The post to which its running routes went. */
  readonly successorPostId: string | null;
}

/** A post as it is opened; what it becomes later is said in acts of their own. */
export type NewPost = Omit<Post, 'id' | 'abolishedOn' | 'successorPostId' | 'deputyPostId'> &
  Partial<Pick<Post, 'deputyPostId'>>;

export const isAbolished = ({ abolishedOn }: Pick<Post, 'abolishedOn'>, day: LocalDate): boolean =>
  abolishedOn !== null && abolishedOn <= day;

const DUTIES_OF: Readonly<Record<Side, readonly Duty[]>> = {
  ordering: ['promotion', 'approve', 'administer', 'inquiry', 'panel'],
  treasury: ['treasury-check', 'treasury-decide'],
  audit: ['audit'],
};

/** Refuses a post whose duties would mix ordering, paying and auditing (地方自治法170条, 196条3項, 232条の4). */
export function refuseUnfitPost(post: NewPost): void {
  const faults: Fault[] = [];
  if (post.name.trim() === '') faults.push({ pointer: 'name', code: 'staff.post-name-missing' });
  if (post.duties.length === 0) faults.push({ pointer: 'duties', code: 'staff.post-duties-missing' });
  if (post.duties.some((duty) => !DUTIES_OF[post.side].includes(duty))) {
    faults.push({ pointer: 'duties', code: 'staff.post-duties-of-other-side' });
  }
  if (!Number.isInteger(post.rank) || post.rank < 1 || post.rank > 99) {
    faults.push({ pointer: 'rank', code: 'staff.post-rank-range' });
  }
  if (post.whenVacant === 'deputy' && !post.deputyPostId) {
    faults.push({ pointer: 'deputyPostId', code: 'staff.deputy-missing' });
  }
  refuseWhenFaulty(faults);
}
