import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Municipalities } from '../../municipalities/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { isLastConfirmation, refuseUnfitConfirmation } from '../domain/account-change.js';
import { readTransferKana, readUnlikeness, type TypedUnlikeness } from '../domain/bank-account.js';
import { staffWithDuty } from '../domain/examiner.js';
import { AccountChangeStore } from '../store/account-change.store.js';
import { BankAccountStore } from '../store/bank-account.store.js';
import { OrganizationStore } from '../store/organization.store.js';
import { openChangeOf } from './open-change.js';

export interface ConfirmAccountChangeCommand {
  readonly organizationId: string;
  readonly changeId: string;
  readonly transferKana: string;
  readonly unlike: TypedUnlikeness;
}

/**
 * One of two different staff confirms the new account against its passbook. The second confirmation puts it
 * into use and ends the old one on the same day; both stay on record.
 */
@Injectable()
export class ConfirmAccountChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationStore,
    private readonly accounts: BankAccountStore,
    private readonly changes: AccountChangeStore,
    private readonly municipalities: Municipalities,
  ) {}

  async execute(actor: Actor, command: ConfirmAccountChangeCommand): Promise<{ complete: boolean }> {
    const staff = staffWithDuty(actor, 'promotion', 'approve', 'treasury-check');
    return this.unitOfWork.run(actor, async (tx) => {
      const file = await this.organizations.lock(tx, command.organizationId);
      const change = await openChangeOf(tx, this.changes, file.id, command.changeId);
      const town = await this.municipalities.of(tx);
      const { proposed, replaced } = change;
      const transferKana = readTransferKana(
        command.transferKana,
        proposed.holderKana,
        town.bank?.permittedSymbols ?? '',
      );
      refuseUnfitConfirmation(change, staff.staffId, transferKana);
      const kana = { transferKana, unlikeReason: readUnlikeness(transferKana, proposed.holderKana, command.unlike) };
      await this.changes.confirm(tx, change, { id: staff.staffId, name: staff.name }, kana);
      const complete = isLastConfirmation(change);
      if (complete) {
        await this.accounts.currentForUpdate(tx, file.id);
        await this.accounts.end(tx, replaced.id);
        await this.accounts.confirmTransferKana(tx, proposed, kana, staff.name);
        await this.accounts.begin(tx, proposed.id);
        await this.changes.close(tx, change, 'confirmed', null);
        await this.organizations.save(tx, file.id, {});
        tx.announce({ type: 'BankAccountChanged', subjectId: change.id, organizationId: file.id });
      }
      tx.audit({
        action: complete ? 'bank-account.changed' : 'bank-account.change-confirmed-once',
        subjectKind: 'bank-account-change',
        subjectId: change.id,
        organizationId: file.id,
      });
      return { complete };
    });
  }
}
