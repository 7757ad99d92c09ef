import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { addDays, formatEra, type LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Holding } from '../domain/holding.js';
import type { Post } from '../domain/post.js';
import { PlannedAbolitionStore, type PlannedAbolition } from '../store/planned-abolition.store.js';
import { StaffStore } from '../store/staff.store.js';

/** 職の廃止, in the transaction of whoever looks after the routes that need the post. */
@Injectable()
export class PostAbolition {
  constructor(
    private readonly staff: StaffStore,
    private readonly plans: PlannedAbolitionStore,
  ) {}

  /** From this day on the post is no more: holdings that began before end the day before, those to come are refused. */
  async abolish(
    tx: Transaction,
    postId: string,
    successorPostId: string | null,
    on: LocalDate = tx.today,
  ): Promise<void> {
    const { holdings } = await this.endable(tx, postId, successorPostId, on);
    for (const { id } of holdings) await this.staff.endHolding(tx, id, addDays(on, -1));
    await this.staff.updatePost(tx, { id: postId, abolishedOn: on, successorPostId });
    await this.plans.remove(tx, postId);
    tx.audit({
      action: 'post.abolished',
      subjectKind: 'post',
      subjectId: postId,
      detail: { successorPostId, holdings: holdings.length },
    });
  }

  /** Decides it for a day to come. Until then the post is held and acts as ever; nobody is assigned to it beyond. */
  async plan(
    tx: Transaction,
    by: StaffActor,
    plan: {
      readonly postId: string;
      readonly successorPostId: string;
      readonly on: LocalDate;
      readonly reason: string;
    },
  ): Promise<void> {
    const { postId, successorPostId, on, reason } = plan;
    await this.endable(tx, postId, successorPostId, on);
    const successor = await this.staff.post(tx, successorPostId);
    const ends = successor.abolishedOn !== null || (await this.plannedFor(tx, successorPostId)) !== null;
    refuseWhenFaulty(
      ends ? [{ pointer: 'toPostId', code: 'staff.successor-ends', params: { post: successor.name } }] : [],
    );
    const decidedByPostId = by.posts.find(({ duties }) => duties.includes('administer'))?.id;
    if (decidedByPostId === undefined) throw DomainError.forbidden();
    await this.plans.save(tx, {
      ...{ postId, successorPostId, abolishedOn: on, reason, decidedByPostId },
      ...{ decidedByStaffId: by.staffId, decidedByName: by.name, decidedAt: tx.now },
    });
    tx.audit({
      action: 'post.abolition-planned',
      subjectKind: 'post',
      subjectId: postId,
      detail: { successorPostId, on },
    });
  }

  async cancel(tx: Transaction, postId: string): Promise<void> {
    if (!(await this.plans.remove(tx, postId))) throw DomainError.stale();
    tx.audit({ action: 'post.abolition-cancelled', subjectKind: 'post', subjectId: postId });
  }

  plannedFor(tx: Transaction, postId: string): Promise<PlannedAbolition | null> {
    return this.plans.find(tx, postId);
  }

  /** Those whose day has come. */
  due(tx: Transaction): Promise<PlannedAbolition[]> {
    return this.plans.due(tx);
  }

  /** The holdings that the end of the post cuts off; refused while one begins only then. */
  private async endable(
    tx: Transaction,
    postId: string,
    successorPostId: string | null,
    on: LocalDate,
  ): Promise<{ holdings: Holding[] }> {
    const post = await this.staff.post(tx, postId);
    if (post.abolishedOn !== null) throw new DomainError('staff.post-abolished', 'conflict', { post: post.name });
    if (successorPostId === postId) {
      throw DomainError.invalid([{ pointer: 'toPostId', code: 'staff.successor-is-itself' }]);
    }
    const before = addDays(on, -1);
    const holdings = (await this.staff.holdings(tx)).filter(
      (holding) => holding.postId === postId && (holding.untilOn === null || holding.untilOn > before),
    );
    if (holdings.some(({ fromOn }) => fromOn > before)) {
      throw new DomainError('staff.post-held-from-today', 'conflict', { post: post.name, on: formatEra(on) });
    }
    return { holdings };
  }
}

/** Nobody begins in a post on or after the day of its planned end. */
export async function refuseBeyondEnd(
  tx: Transaction,
  abolitions: PostAbolition,
  post: Pick<Post, 'id' | 'name'>,
  fromOn: LocalDate,
): Promise<void> {
  const planned = await abolitions.plannedFor(tx, post.id);
  if (planned && fromOn >= planned.abolishedOn) {
    throw new DomainError('staff.post-ends', 'conflict', { post: post.name, on: formatEra(planned.abolishedOn) });
  }
}
