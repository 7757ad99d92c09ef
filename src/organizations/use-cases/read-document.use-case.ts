import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { FileStore } from '../../platform/files/index.js';
import { AccountChangeStore } from '../store/account-change.store.js';
import { BankAccountStore } from '../store/bank-account.store.js';
import { OrganizationStore } from '../store/organization.store.js';

export interface ReadDocumentCommand {
  readonly organizationId: string;
  /** The 規約, or the passbook of one of the organisation's accounts. */
  readonly which: 'bylaws' | { readonly accountId: string };
}

export interface OrganizationDocument {
  readonly bytes: Buffer;
  readonly name: string;
  readonly mediaType: string;
}

/** The bytes of a file that belongs to this very organisation; a passbook is never found by its hash alone. */
@Injectable()
export class ReadDocument {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationStore,
    private readonly accounts: BankAccountStore,
    private readonly changes: AccountChangeStore,
    private readonly files: FileStore,
  ) {}

  /** That a member of staff opened a passbook stands in the audit trail. */
  execute(actor: Actor, command: ReadDocumentCommand): Promise<OrganizationDocument> {
    return this.unitOfWork.run(actor, async (tx) => {
      const document = await this.within(tx, command);
      const { organizationId, which } = command;
      if (actor.kind === 'staff' && which !== 'bylaws') {
        const subject = { subjectKind: 'bank-account', subjectId: which.accountId };
        tx.audit({ action: 'passbook.opened', ...subject, organizationId });
      }
      return document;
    });
  }

  /** The same for a stage that opens the paper beside its own. */
  async within(tx: Transaction, { organizationId, which }: ReadDocumentCommand): Promise<OrganizationDocument> {
    const file = await this.organizations.find(tx, organizationId);
    const known = [
      file.account,
      ...(await this.accounts.history(tx, file.id)),
      ...(await this.changes.history(tx, file.id)).map(({ proposed }) => proposed),
    ];
    const document =
      which === 'bylaws' ? file.bylaws : known.find((account) => account?.id === which.accountId)?.passbook;
    if (!document) throw DomainError.notFound();
    const { bytes } = await this.files.open(tx, document.sha256);
    return { bytes, name: document.name, mediaType: document.mediaType };
  }
}
