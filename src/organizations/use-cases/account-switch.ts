import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { AccountChange, AccountConfirmation } from '../domain/account-change.js';
import { AccountChangeStore } from '../store/account-change.store.js';
import { BankAccountStore } from '../store/bank-account.store.js';
import { OrganizationStore } from '../store/organization.store.js';

/** Puts a confirmed account into use and ends the old one on the same day; both stay on record. */
@Injectable()
export class AccountSwitch {
  constructor(
    private readonly organizations: OrganizationStore,
    private readonly accounts: BankAccountStore,
    private readonly changes: AccountChangeStore,
  ) {}

  /** `last` is the second of the two confirmations. Announces BankAccountChanged. */
  async make(
    tx: Transaction,
    organizationId: string,
    change: AccountChange,
    { transferKana, unlikeReason, staffName }: Pick<AccountConfirmation, 'transferKana' | 'unlikeReason' | 'staffName'>,
  ): Promise<void> {
    await this.accounts.currentForUpdate(tx, organizationId);
    await this.accounts.end(tx, change.replaced.id);
    await this.accounts.confirmTransferKana(tx, change.proposed, { transferKana, unlikeReason }, staffName);
    await this.accounts.begin(tx, change.proposed.id);
    await this.changes.close(tx, change, 'confirmed', null);
    await this.organizations.save(tx, organizationId, {});
    tx.announce({ type: 'BankAccountChanged', subjectId: change.id, organizationId });
    tx.audit({
      action: 'bank-account.changed',
      subjectKind: 'bank-account-change',
      subjectId: change.id,
      organizationId,
    });
  }
}
