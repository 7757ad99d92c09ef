import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { refuseUnfitMember } from '../domain/staff-member.js';
import { StaffStore } from '../store/staff.store.js';

/** Enters a person; posts and account follow in steps of their own. */
@Injectable()
export class AddStaffMember {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly staff: StaffStore,
  ) {}

  execute(actor: Actor, command: { name: string; kana: string; mail?: string | null }): Promise<{ staffId: string }> {
    requireDuty(actor, 'administer');
    refuseUnfitMember(command);
    return this.unitOfWork.run(actor, async (tx) => {
      const id = randomUUID();
      await this.staff.insertMember(tx, {
        id,
        name: command.name.trim(),
        kana: command.kana.trim(),
        leftOn: null,
        mail: command.mail?.trim() || null,
        version: 1,
      });
      tx.audit({ action: 'staff.added', subjectKind: 'staff', subjectId: id });
      return { staffId: id };
    });
  }
}
