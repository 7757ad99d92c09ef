import type { Duty, Side } from '../../kernel/actor.js';
import { refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';

/** What happens to a route while nobody holds the post: the next post above acts, or the route waits for an acting holder. */
export type WhenVacant = 'above' | 'refuse';

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
}

const DUTIES_OF: Readonly<Record<Side, readonly Duty[]>> = {
  ordering: ['promotion', 'approve', 'administer'],
  treasury: ['treasury-check', 'treasury-decide'],
  audit: ['audit'],
};

/** Refuses a post whose duties would mix ordering, paying and auditing (地方自治法170条, 196条3項, 232条の4). */
export function refuseUnfitPost(post: Omit<Post, 'id'>): void {
  const faults: Fault[] = [];
  if (post.name.trim() === '') faults.push({ pointer: 'name', code: 'staff.post-name-missing' });
  if (post.duties.length === 0) faults.push({ pointer: 'duties', code: 'staff.post-duties-missing' });
  if (post.duties.some((duty) => !DUTIES_OF[post.side].includes(duty))) {
    faults.push({ pointer: 'duties', code: 'staff.post-duties-of-other-side' });
  }
  if (!Number.isInteger(post.rank) || post.rank < 1 || post.rank > 99) {
    faults.push({ pointer: 'rank', code: 'staff.post-rank-range' });
  }
  refuseWhenFaulty(faults);
}
