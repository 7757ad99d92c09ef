import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { refuseUnfitMember } from '../domain/staff-member.js';
import { StaffStore } from '../store/staff.store.js';

/** The address for reminders; none sends none. Fault at `mail`. */
@Injectable()
export class ChangeStaffMail {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly staff: StaffStore,
  ) {}

  execute(actor: Actor, command: { staffId: string; mail: string; version: number }): Promise<void> {
    requireDuty(actor, 'administer');
    return this.unitOfWork.run(actor, async (tx) => {
      const member = await this.staff.member(tx, command.staffId);
      const mail = command.mail.normalize('NFKC').trim() || null;
      refuseUnfitMember({ ...member, mail });
      await this.staff.updateMember(tx, { ...member, mail, version: command.version });
      tx.audit({ action: 'staff.mail-changed', subjectKind: 'staff', subjectId: member.id });
    });
  }
}
