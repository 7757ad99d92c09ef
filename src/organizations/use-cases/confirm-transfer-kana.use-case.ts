import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Municipalities } from '../../municipalities/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { staffWithDuty } from '../domain/examiner.js';
import { readTransferKana, readUnlikeness, type TypedUnlikeness } from '../domain/bank-account.js';
import { BankAccountStore } from '../store/bank-account.store.js';
import { OrganizationStore } from '../store/organization.store.js';

export interface ConfirmTransferKanaCommand {
  readonly organizationId: string;
  /** The account's version whose passbook was on the screen. */
  readonly accountVersion: number;
  readonly transferKana: string;
  readonly unlike: TypedUnlikeness;
}

/** Staff confirm the name that the bank file will carry, with the passbook image on the same screen. */
@Injectable()
export class ConfirmTransferKana {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationStore,
    private readonly accounts: BankAccountStore,
    private readonly municipalities: Municipalities,
  ) {}

  async execute(actor: Actor, command: ConfirmTransferKanaCommand): Promise<void> {
    const staff = staffWithDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const file = await this.organizations.lock(tx, command.organizationId);
      if (file.state !== 'submitted' && file.state !== 'registered') {
        throw new DomainError('organizations.not-under-examination', 'conflict');
      }
      const { account } = file;
      if (!account) throw DomainError.notFound();
      const town = await this.municipalities.of(tx);
      const transferKana = readTransferKana(
        command.transferKana,
        account.holderKana,
        town.bank?.permittedSymbols ?? '',
      );
      if (account.version !== command.accountVersion) throw DomainError.stale();
      const unlikeReason = readUnlikeness(transferKana, account.holderKana, command.unlike);
      await this.accounts.confirmTransferKana(tx, account, { transferKana, unlikeReason }, staff.name);
      await this.organizations.save(tx, file.id, {});
      tx.audit({
        action: 'organization.transfer-kana-confirmed',
        subjectKind: 'bank-account',
        subjectId: account.id,
        organizationId: file.id,
      });
    });
  }
}
