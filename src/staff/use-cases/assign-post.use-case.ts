import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { holdingFaults, type HoldingKind } from '../domain/holding.js';
import { StaffStore } from '../store/staff.store.js';
import { PostAbolition, refuseBeyondEnd } from './post-abolition.js';

export interface AssignPostCommand {
  readonly staffId: string;
  readonly postId: string;
  readonly kind: HoldingKind;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate | null;
}

/** Gives a person a post for a time. Posts of both sides at a time are refused, and nobody assigns a post to himself. */
@Injectable()
export class AssignPost {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly staff: StaffStore,
    private readonly abolitions: PostAbolition,
  ) {}

  execute(actor: Actor, command: AssignPostCommand): Promise<{ holdingId: string }> {
    requireDuty(actor, 'administer');
    if (actor.kind === 'staff' && actor.staffId === command.staffId)
      throw new DomainError('staff.own-post', 'conflict');
    return this.unitOfWork.run(actor, async (tx) => {
      await this.staff.member(tx, command.staffId);
      const post = await this.staff.post(tx, command.postId);
      if (post.abolishedOn !== null) throw new DomainError('staff.post-abolished', 'conflict', { post: post.name });
      await refuseBeyondEnd(tx, this.abolitions, post, command.fromOn);
      const holding = { id: randomUUID(), ...command };
      const others = await this.staff.holdingsForAssignment(tx, command.staffId);
      refuseWhenFaulty(holdingFaults({ ...holding, side: post.side, postName: post.name }, others));
      await this.staff.insertHolding(tx, holding);
      tx.audit({
        action: 'post.assigned',
        subjectKind: 'post',
        subjectId: post.id,
        detail: { staffId: command.staffId, kind: command.kind, fromOn: command.fromOn, untilOn: command.untilOn },
      });
      return { holdingId: holding.id };
    });
  }
}
