import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Accounts, Invitations, type IssuedCode } from '../../identity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { isInService } from '../domain/staff-member.js';
import { StaffStore } from '../store/staff.store.js';

/** What the printable page shows: for whom, and the code that is shown this once. */
export interface StaffCode extends IssuedCode {
  readonly purpose: 'invitation' | 'reset';
  readonly name: string;
}

/** Issues a printed code: a first one to a person without an account, else one to choose a new password. */
@Injectable()
export class InviteStaff {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly staff: StaffStore,
    private readonly accounts: Accounts,
    private readonly invitations: Invitations,
  ) {}

  execute(actor: Actor, command: { staffId: string }): Promise<StaffCode> {
    requireDuty(actor, 'administer');
    return this.unitOfWork.run(actor, async (tx) => {
      const { id, name, ...member } = await this.staff.member(tx, command.staffId);
      if (!isInService(member, tx.today)) throw new DomainError('staff.left', 'conflict', { name });
      if (await this.accounts.hasAccount(tx, 'staff', id)) {
        return { purpose: 'reset', name, ...(await this.accounts.resetAtCounter(tx, 'staff', id)) };
      }
      const code = await this.invitations.issue(tx, { partyKind: 'staff', partyId: id, partyName: name });
      return { purpose: 'invitation', name, ...code };
    });
  }
}
