import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { StaffStore } from '../store/staff.store.js';

/** Ends a holding with its last day. The row stays: who held which post when is part of every past decision. */
@Injectable()
export class EndHolding {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly staff: StaffStore,
  ) {}

  execute(actor: Actor, command: { holdingId: string; untilOn: LocalDate }): Promise<void> {
    requireDuty(actor, 'administer');
    return this.unitOfWork.run(actor, async (tx) => {
      const holding = await this.staff.holding(tx, command.holdingId);
      const { fromOn, untilOn } = holding;
      refuseWhenFaulty([
        ...(command.untilOn < fromOn ? [{ pointer: 'untilOn', code: 'staff.holding-ends-before-start' }] : []),
        ...(untilOn !== null && untilOn < command.untilOn ? [{ pointer: 'untilOn', code: 'staff.holding-ended' }] : []),
      ]);
      await this.staff.endHolding(tx, holding.id, command.untilOn);
      tx.audit({
        action: 'post.holding-ended',
        subjectKind: 'post',
        subjectId: holding.postId,
        detail: { staffId: holding.staffId, untilOn: command.untilOn },
      });
    });
  }
}
