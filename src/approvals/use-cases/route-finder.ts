import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { Authority, StaffDirectory } from '../../staff/index.js';
import type { DraftStep } from '../domain/draft.js';
import { authorityAmountOf, fixRoute } from '../domain/route.js';
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
    cases: readonly PresentedSubject[],
    drafterStaffId: string,
  ): Promise<{ authority: RoundAuthority; steps: DraftStep[] }> {
    const amount = authorityAmountOf(cases.map((presented) => presented.amount));
    const route = await this.authority.routeFor(tx, act, amount, tx.today);
    const { posts, holders } = await this.staff.staffingOn(tx, tx.today);
    const routePosts = route.steps.map(({ postId, postName, role }) => {
      const post = posts.find(({ id }) => id === postId);
      if (!post) throw new Error(`the route names an unknown post: ${postName}`);
      return { postId, postName, role, side: post.side, holders: holders.get(postId) ?? [] };
    });
    const excluded = new Set([drafterStaffId, ...cases.flatMap(({ tiedStaffIds }) => tiedStaffIds)]);
    return {
      authority: { act, amount, tableId: route.tableId, basis: route.basis },
      steps: fixRoute(routePosts, excluded),
    };
  }
}
