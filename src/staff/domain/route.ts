import { DomainError } from '../../kernel/domain-error.js';
import type { AuthorityRule, StepRole } from './authority-table.js';
import type { Staffing } from './authority-safety.js';

export interface RouteStep {
  readonly postId: string;
  readonly postName: string;
  readonly role: StepRole;
}

/**
 * The steps of a rule as they stand today. A vacant post whose work passes to the post above is left out;
 * any other vacancy, and always that of the deciding post, stops the route until an acting holder (事務取扱) is recorded.
 */
export function occupiedRoute(rule: AuthorityRule, staffing: Staffing): RouteStep[] {
  return rule.steps.flatMap(({ postId, role }, index) => {
    const post = staffing.posts.find(({ id }) => id === postId);
    if (!post) throw new Error(`route names unknown post ${postId}`);
    const isVacant = (staffing.holders.get(postId) ?? []).length === 0;
    if (!isVacant) return [{ postId, postName: post.name, role }];
    const isLast = index === rule.steps.length - 1;
    if (isLast || post.whenVacant === 'refuse') {
      throw new DomainError('staff.post-vacant', 'conflict', { post: post.name });
    }
    return [];
  });
}
