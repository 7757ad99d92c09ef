import type { Side } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { maxYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import type { DraftStep, StepRole } from './draft.js';

export interface RoutePost {
  readonly postId: string;
  readonly postName: string;
  readonly side: Side;
  readonly role: StepRole;
  readonly holders: readonly { readonly staffId: string; readonly name: string }[];
}

/**
 * The amount by which the authority table is asked: 専決 goes by 一件の金額, and a joint draft gathers separate decisions,
 * so its largest case decides. Drafting cases together gives nobody more or less authority than drafting them apart.
 */
export const authorityAmountOf = (amounts: readonly Yen[]): Yen => amounts.reduce(maxYen, ZERO_YEN);

/**
 * Fixes the route of a round. Refuses one that could not end lawfully: no decider at its end, a decider outside the
 * ordering side (地方自治法232条の4), or a post that only the drafter and people tied to the organisation hold.
 */
export function fixRoute(posts: readonly RoutePost[], excludedStaffIds: ReadonlySet<string>): DraftStep[] {
  if (posts.at(-1)?.role !== 'approve') throw new DomainError('approvals.route-without-decider', 'conflict');
  for (const post of posts) {
    if (post.side === 'audit' || (post.role === 'approve' && post.side !== 'ordering')) {
      throw new DomainError('approvals.post-of-wrong-side', 'conflict', { post: post.postName });
    }
    if (post.holders.every(({ staffId }) => excludedStaffIds.has(staffId))) {
      throw new DomainError('approvals.no-eligible-holder', 'conflict', { post: post.postName });
    }
  }
  return posts.map(({ postId, postName, side, role }, index) => ({
    position: index + 1,
    postId,
    postName,
    side,
    role,
    actId: null,
  }));
}

/** The waiting step and those that follow it without a gap in posts of the same person: one act stands for all of them. */
export function stepsActedAtOnce(
  steps: readonly DraftStep[],
  position: number,
  heldPostIds: ReadonlySet<string>,
): DraftStep[] {
  const waiting = steps.filter((step) => step.position >= position && step.actId === null);
  const gap = waiting.findIndex(({ postId }) => !heldPostIds.has(postId));
  return gap === -1 ? waiting : waiting.slice(0, gap);
}

/** The next step to act after these have acted; null when the route has been walked to its end. */
export function nextPosition(steps: readonly DraftStep[], acted: readonly DraftStep[]): number | null {
  const open = steps.filter((step) => step.actId === null && !acted.includes(step));
  return open.length === 0 ? null : Math.min(...open.map(({ position }) => position));
}
