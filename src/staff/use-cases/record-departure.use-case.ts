import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { StaffStore } from '../store/staff.store.js';

/** Records the last day of service (or takes it back). From the day after, the account no longer acts and the posts count as vacant. */
@Injectable()
export class RecordDeparture {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly staff: StaffStore,
  ) {}

  execute(actor: Actor, command: { staffId: string; leftOn: LocalDate | null; version: number }): Promise<void> {
    requireDuty(actor, 'administer');
    if (actor.kind === 'staff' && actor.staffId === command.staffId)
      throw new DomainError('staff.own-departure', 'conflict');
    return this.unitOfWork.run(actor, async (tx) => {
      const member = await this.staff.member(tx, command.staffId);
      await this.staff.updateMember(tx, { ...member, leftOn: command.leftOn, version: command.version });
      tx.audit({
        action: 'staff.departure-recorded',
        subjectKind: 'staff',
        subjectId: member.id,
        detail: { before: member.leftOn, after: command.leftOn },
      });
    });
  }
}
