import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { Authority, StaffDirectory, type Post, type Staffing } from '../../staff/index.js';
import type { DraftStep, StepRole } from '../domain/draft.js';
import { authorityAmountOf, fixRoute, type RoutePost } from '../domain/route.js';
import type { PresentedSubject } from '../domain/shown-case.js';
import type { RoundAuthority } from '../store/draft.store.js';

/** Finds the route of a round from the authority table of the day, and proves that it can be walked. */
@Injectable()
export class RouteFinder {
  constructor(
    private readonly authority: Authority,
    private readonly staff: StaffDirectory,
  ) {}

  async find(
    tx: Transaction,
    act: string,
    cases: readonly Pick<PresentedSubject, 'amount' | 'routeAmount' | 'tiedStaffIds'>[],
    draft: { readonly drafterStaffId: string; readonly carried: boolean },
  ): Promise<{ authority: RoundAuthority; steps: DraftStep[] }> {
    const amount = authorityAmountOf(cases.map(({ amount: decided, routeAmount = decided }) => routeAmount));
    const route = await this.authority.routeFor(tx, act, amount, tx.today);
    const { posts, holders } = await this.staff.staffingOn(tx, tx.today);
    const routePosts = route.steps.map(({ postId, postName, role }) => {
      const post = posts.find(({ id }) => id === postId);
      if (!post) throw new Error(`the route names an unknown post: ${postName}`);
      return routePost(post, role, postName, holders);
    });
    const decider = posts.find(({ id }) => id === route.steps.findLast(({ role }) => role === 'approve')?.postId);
    const above = posts
      .filter(
        ({ side, duties, rank }) => side === 'ordering' && duties.includes('approve') && rank > (decider?.rank ?? 99),
      )
      .sort((a, b) => a.rank - b.rank)
      .map((post) => routePost(post, 'approve', post.name, holders));
    const excluded = new Set([draft.drafterStaffId, ...cases.flatMap(({ tiedStaffIds }) => tiedStaffIds)]);
    return {
      authority: { act, amount, tableId: route.tableId, basis: route.basis },
      steps: fixRoute(routePosts, excluded, { carried: draft.carried, above }),
    };
  }
}

const routePost = (post: Post, role: StepRole, postName: string, holders: Staffing['holders']): RoutePost => ({
  postId: post.id,
  postName,
  role,
  side: post.side,
  holders: holders.get(post.id) ?? [],
  deputies: holders.get(post.deputyPostId ?? '') ?? [],
});
