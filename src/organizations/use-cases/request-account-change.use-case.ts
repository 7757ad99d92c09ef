import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { BankDirectory } from '../../platform/banks/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { acceptUpload, FileStore, type Upload } from '../../platform/files/index.js';
import { readChangeReason, requesterOf } from '../domain/account-change.js';
import { readTogether } from '../domain/typed-text.js';
import { AccountChangeStore } from '../store/account-change.store.js';
import { BankAccountStore } from '../store/bank-account.store.js';
import { OrganizationStore } from '../store/organization.store.js';
import { readAccount, type TypedAccount } from './typed-account.js';

export interface RequestAccountChangeCommand extends TypedAccount {
  readonly organizationId: string;
  readonly reason: string;
  readonly passbook: Upload | null;
}

/** 口座変更届: from this moment nothing is paid to the organisation until two staff have confirmed the new account. */
@Injectable()
export class RequestAccountChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationStore,
    private readonly accounts: BankAccountStore,
    private readonly changes: AccountChangeStore,
    private readonly banks: BankDirectory,
    private readonly files: FileStore,
  ) {}

  async execute(actor: Actor, command: RequestAccountChangeCommand): Promise<{ changeId: string }> {
    if (actor.kind !== 'officer') requireDuty(actor, 'promotion');
    const requester = requesterOf(actor);
    const upload = command.passbook && (await acceptUpload(command.passbook, ['image', 'pdf'], 'passbook'));
    return this.unitOfWork.run(actor, async (tx) => {
      const file = await this.organizations.lock(tx, command.organizationId);
      const current = await this.accounts.currentForUpdate(tx, file.id);
      if (!current) throw new DomainError('organizations.not-registered', 'conflict', { name: file.details.name });
      if (await this.changes.hasOpen(tx, file.id))
        throw new DomainError('organizations.change-open-already', 'conflict');
      const { account, reason, passbook } = readTogether({
        account: () => readAccount(command, this.banks),
        passbook: () => upload ?? missingPassbook(),
        reason: () => readChangeReason(command.reason),
      });
      const [changeId, proposedAccountId] = [randomUUID(), randomUUID()];
      const kept = { ...(await this.files.receive(tx, passbook)), name: passbook.name };
      await this.accounts.insert(tx, file.id, proposedAccountId, 'proposed', { ...account, passbook: kept });
      await this.changes.insert(tx, file.id, {
        id: changeId,
        replacedAccountId: current.id,
        proposedAccountId,
        reason,
        requestedByKind: requester.kind,
        requestedById: requester.partyId,
        requestedBy: requester.name,
      });
      tx.announce({ type: 'BankAccountChangeRequested', subjectId: changeId, organizationId: file.id });
      tx.audit({
        action: 'bank-account.change-requested',
        subjectKind: 'bank-account-change',
        subjectId: changeId,
        organizationId: file.id,
      });
      return { changeId };
    });
  }
}

function missingPassbook(): never {
  throw DomainError.invalid([{ pointer: 'passbook', code: 'organizations.passbook-missing' }]);
}
