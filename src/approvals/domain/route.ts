import type { Side } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { maxYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import type { DraftStep, StepRole } from './draft.js';

interface Holder {
  readonly staffId: string;
  readonly name: string;
}

export interface RoutePost {
  readonly postId: string;
  readonly postName: string;
  readonly side: Side;
  readonly role: StepRole;
  readonly holders: readonly Holder[];
  /** Who holds the post that 代決 belongs to. */
  readonly deputies?: readonly Holder[];
}

interface RouteOptions {
  /** 持ち回り: the posts before the last act in any order. */
  readonly carried?: boolean;
  /** Posts of the ordering side above the deciding one, from below, any of which may decide in its place. */
  readonly above?: readonly RoutePost[];
}

/**
 * The amount by which the authority table is asked: 専決 goes by 一件の金額, and a joint draft gathers separate decisions,
 * so its largest case decides. Drafting cases together gives nobody more or less authority than drafting them apart.
 */
export const authorityAmountOf = (amounts: readonly Yen[]): Yen => amounts.reduce(maxYen, ZERO_YEN);

/**
 * Fixes the route of a round: neighbouring 合議 share a position, 供覧 comes last. A post that only the drafter and people
 * tied to the organisation hold is passed over; where it is the deciding one, the next eligible post above decides, or
 * whom the rule names. Refuses a route that could not end lawfully: no decider at its end, a decider outside the ordering
 * side (地方自治法232条の4), nobody who could act.
 */
export function fixRoute(
  posts: readonly RoutePost[],
  excludedStaffIds: ReadonlySet<string>,
  { carried = false, above = [] }: RouteOptions = {},
): DraftStep[] {
  const asked = posts.filter(({ role }) => role !== 'inform');
  const decider = asked.at(-1);
  if (decider?.role !== 'approve') throw new DomainError('approvals.route-without-decider', 'conflict');
  for (const post of asked) {
    if (post.side === 'audit' || (post.role === 'approve' && post.side !== 'ordering')) {
      throw new DomainError('approvals.post-of-wrong-side', 'conflict', { post: post.postName });
    }
  }
  const isEligible = ({ staffId }: Holder): boolean => !excludedStaffIds.has(staffId);
  const canAct = ({ holders, deputies = [] }: RoutePost): boolean => [...holders, ...deputies].some(isEligible);
  const walked = asked.slice(0, -1).filter((post) => {
    if (post.holders.some(isEligible) || (canAct(post) && post.holders.length === 0)) return true;
    if (post.holders.length === 0) throw nobody(post);
    return post.role === 'consult' && canAct(post);
  });
  const last = decider.holders.some(isEligible)
    ? decider
    : (above.find(({ holders }) => holders.some(isEligible)) ?? (canAct(decider) ? decider : undefined));
  if (!last) throw nobody(decider);
  const route = [...walked.filter(({ postId }) => postId !== last.postId), { ...last, role: 'approve' as const }];
  return numbered([...route, ...posts.filter(({ role }) => role === 'inform')], carried);
}

const nobody = ({ postName }: RoutePost): DomainError =>
  new DomainError('approvals.no-eligible-holder', 'conflict', { post: postName });

function numbered(posts: readonly RoutePost[], carried: boolean): DraftStep[] {
  const decider = posts.findLastIndex(({ role }) => role === 'approve');
  let position = 0;
  return posts.map(({ postId, postName, side, role }, index) => {
    const before = posts[index - 1];
    const together =
      before !== undefined && (carried && index < decider ? true : role !== 'approve' && before.role === role);
    if (!together) position += 1;
    return { ordinal: index + 1, position, postId, postName, side, role, actId: null };
  });
}
