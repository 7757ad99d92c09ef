import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { addDays } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import { StaffStore } from '../store/staff.store.js';

/** 職の廃止, in the transaction of whoever looks after the routes that need the post. */
@Injectable()
export class PostAbolition {
  constructor(private readonly staff: StaffStore) {}

  /** From today on the post is no more: holdings that began before end yesterday, those to come are refused. */
  async abolish(tx: Transaction, postId: string, successorPostId: string | null): Promise<void> {
    const post = await this.staff.post(tx, postId);
    if (post.abolishedOn !== null) throw new DomainError('staff.post-abolished', 'conflict', { post: post.name });
    if (successorPostId === postId) {
      throw DomainError.invalid([{ pointer: 'toPostId', code: 'staff.successor-is-itself' }]);
    }
    const yesterday = addDays(tx.today, -1);
    const holdings = (await this.staff.holdings(tx)).filter(
      (holding) => holding.postId === postId && (holding.untilOn === null || holding.untilOn > yesterday),
    );
    if (holdings.some(({ fromOn }) => fromOn > yesterday)) {
      throw new DomainError('staff.post-held-from-today', 'conflict', { post: post.name });
    }
    for (const { id } of holdings) await this.staff.endHolding(tx, id, yesterday);
    await this.staff.updatePost(tx, { id: postId, abolishedOn: tx.today, successorPostId });
    tx.audit({
      action: 'post.abolished',
      subjectKind: 'post',
      subjectId: postId,
      detail: { successorPostId, holdings: holdings.length },
    });
  }
}
