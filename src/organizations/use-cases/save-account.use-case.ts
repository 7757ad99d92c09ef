import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { BankDirectory } from '../../platform/banks/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { acceptUpload, FileStore, type Upload } from '../../platform/files/index.js';
import { refuseLockedPart } from '../domain/organization.js';
import { BankAccountStore } from '../store/bank-account.store.js';
import { OrganizationStore } from '../store/organization.store.js';
import { readAccount, type TypedAccount } from './typed-account.js';

export interface SaveAccountCommand extends TypedAccount {
  readonly organizationId: string;
  /** 0 for the first save. */
  readonly version: number;
  /** Null keeps the passbook that is there. */
  readonly passbook: Upload | null;
}

/** Saves the account of a registration that is not yet registered, with the image of the passbook. */
@Injectable()
export class SaveAccount {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationStore,
    private readonly accounts: BankAccountStore,
    private readonly banks: BankDirectory,
    private readonly files: FileStore,
  ) {}

  async execute(actor: Actor, command: SaveAccountCommand): Promise<void> {
    const upload = command.passbook && (await acceptUpload(command.passbook, ['image', 'pdf'], 'passbook'));
    await this.unitOfWork.run(actor, async (tx) => {
      const file = await this.organizations.lock(tx, command.organizationId);
      refuseLockedPart(file.state, 'account', actor);
      const account = readAccount(command, this.banks);
      if (!upload && !file.account?.passbook) {
        throw DomainError.invalid([{ pointer: 'passbook', code: 'organizations.passbook-missing' }]);
      }
      if ((file.account?.version ?? 0) !== command.version) throw DomainError.stale();
      const passbook = upload
        ? { ...(await this.files.receive(tx, upload)), name: upload.name }
        : (file.account?.passbook ?? null);
      const entry = { ...account, passbook };
      if (file.account) await this.accounts.updateDraft(tx, file.account.id, command.version, entry);
      else await this.accounts.insert(tx, file.id, randomUUID(), 'draft', entry);
      await this.organizations.save(tx, file.id, {});
      tx.audit({
        action: 'organization.account-saved',
        subjectKind: 'organization',
        subjectId: file.id,
        organizationId: file.id,
      });
    });
  }
}
