import { Injectable } from '@nestjs/common';
import { Drafts } from '../../approvals/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { readChangeReason, refuseForeignWithdrawal } from '../domain/account-change.js';
import { AccountChangeStore } from '../store/account-change.store.js';
import { BankAccountStore } from '../store/bank-account.store.js';
import { OrganizationStore } from '../store/organization.store.js';
import { ACCOUNT_CHANGE } from './account-change-record.js';
import { openChangeOf } from './open-change.js';
import { refuseWhileDrafted } from './open-draft.js';

export interface CloseAccountChangeCommand {
  readonly organizationId: string;
  readonly changeId: string;
  /** `withdraw`: by who asked for it; `refuse`: by staff, with a reason that the organisation reads. */
  readonly how: 'withdraw' | 'refuse';
  readonly reason: string;
}

/**
 * Ends a change without changing anything: payments go on to the account in use. Who asked for it may take it back even
 * while its draft runs, which then can only be sent back; staff send the draft back first.
 */
@Injectable()
export class CloseAccountChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationStore,
    private readonly accounts: BankAccountStore,
    private readonly changes: AccountChangeStore,
    private readonly drafts: Drafts,
  ) {}

  async execute(actor: Actor, command: CloseAccountChangeCommand): Promise<void> {
    if (actor.kind !== 'officer') requireDuty(actor, 'promotion', 'approve', 'treasury-check');
    else if (command.how === 'refuse') requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const file = await this.organizations.lock(tx, command.organizationId);
      const change = await openChangeOf(tx, this.changes, file.id, command.changeId);
      if (command.how === 'withdraw') refuseForeignWithdrawal(change, actor);
      if (command.how === 'refuse') await refuseWhileDrafted(tx, this.drafts, ACCOUNT_CHANGE, change.id);
      const reason = command.how === 'refuse' ? readChangeReason(command.reason) : null;
      await this.accounts.refuse(tx, change.proposed.id);
      await this.changes.close(tx, change, command.how === 'refuse' ? 'refused' : 'withdrawn', reason);
      tx.audit({
        action: command.how === 'refuse' ? 'bank-account.change-refused' : 'bank-account.change-withdrawn',
        subjectKind: 'bank-account-change',
        subjectId: change.id,
        organizationId: file.id,
      });
    });
  }
}
