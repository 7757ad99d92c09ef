import { DomainError } from '../../kernel/domain-error.js';
import type { AuthorityRule, StepRole } from './authority-table.js';
import type { Staffing } from './authority-safety.js';

export interface RouteStep {
  readonly postId: string;
  readonly postName: string;
  readonly role: StepRole;
}

/**
 * The steps of a rule as they stand today. A vacant post whose work passes to the post above is left out, one for which
 * its deputy acts (代決) stays; any other vacancy, and always that of the deciding post, stops the route until an acting
 * holder (事務取扱) is recorded. 供覧 waits for nobody.
 */
export function occupiedRoute(rule: AuthorityRule, staffing: Staffing): RouteStep[] {
  return rule.steps.flatMap(({ postId, role }, index) => {
    const post = staffing.posts.find(({ id }) => id === postId);
    if (!post) throw new Error(`route names unknown post ${postId}`);
    const isVacant = (staffing.holders.get(postId) ?? []).length === 0;
    if (!isVacant || role === 'inform') return [{ postId, postName: post.name, role }];
    const isDeputised =
      post.whenVacant === 'deputy' && (staffing.holders.get(post.deputyPostId ?? '') ?? []).length > 0;
    if (isDeputised) return [{ postId, postName: post.name, role }];
    const isLast = index === rule.steps.findLastIndex((step) => step.role !== 'inform');
    if (isLast || post.whenVacant !== 'above') {
      throw new DomainError('staff.post-vacant', 'conflict', { post: post.name });
    }
    return [];
  });
}
