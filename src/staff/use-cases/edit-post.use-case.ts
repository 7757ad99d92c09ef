import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { refuseUnfitPost, type Post } from '../domain/post.js';
import { StaffStore } from '../store/staff.store.js';

export type EditPostCommand = Pick<Post, 'id' | 'rank' | 'whenVacant' | 'deputyPostId'>;

/** 空席 and 代決 of a post, and its place among the others. What it is (name, side, duties) stays: open a new one. */
@Injectable()
export class EditPost {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly staff: StaffStore,
  ) {}

  /** Faults at `rank`, `deputyPostId`. Routes that run keep their posts; the rule holds from the next act on. */
  execute(actor: Actor, { id, rank, whenVacant, deputyPostId }: EditPostCommand): Promise<void> {
    requireDuty(actor, 'administer');
    return this.unitOfWork.run(actor, async (tx) => {
      const post = await this.staff.post(tx, id);
      if (post.abolishedOn !== null) throw new DomainError('staff.post-abolished', 'conflict', { post: post.name });
      refuseUnfitPost({ ...post, rank, whenVacant, deputyPostId });
      const deputy = deputyPostId === null ? null : await this.staff.post(tx, deputyPostId);
      const fits = !deputy || (deputy.id !== id && deputy.side === post.side && deputy.abolishedOn === null);
      refuseWhenFaulty(
        fits ? [] : [{ pointer: 'deputyPostId', code: 'staff.deputy-unfit', params: { post: post.name } }],
      );
      await this.staff.updatePost(tx, { id, rank, whenVacant, deputyPostId });
      tx.audit({
        action: 'post.edited',
        subjectKind: 'post',
        subjectId: id,
        detail: { rank, whenVacant, deputyPostId },
      });
    });
  }
}
