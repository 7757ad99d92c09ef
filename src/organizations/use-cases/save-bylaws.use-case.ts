import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { acceptUpload, FileStore, type Upload } from '../../platform/files/index.js';
import { readCorrectionReason } from '../domain/correction.js';
import { refuseLockedPart } from '../domain/organization.js';
import { OrganizationStore } from '../store/organization.store.js';

export interface SaveBylawsCommand {
  readonly organizationId: string;
  readonly version: number;
  readonly file: Upload | null;
  /** Why staff change what is registered; asked of nobody else. */
  readonly correctionReason?: string;
}

/** Keeps the 規約; a later file takes the place of the earlier one, whose bytes stay in the store. */
@Injectable()
export class SaveBylaws {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationStore,
    private readonly files: FileStore,
  ) {}

  async execute(actor: Actor, command: SaveBylawsCommand): Promise<void> {
    if (!command.file) throw DomainError.invalid([{ pointer: 'bylaws', code: 'organizations.bylaws-missing' }]);
    const upload = await acceptUpload(command.file, ['pdf', 'word', 'image'], 'bylaws');
    await this.unitOfWork.run(actor, async (tx) => {
      const file = await this.organizations.lock(tx, command.organizationId);
      refuseLockedPart(file.state, 'bylaws', actor);
      const reason = readCorrectionReason(command.correctionReason, file.state, actor);
      if (file.bylawsVersion !== command.version) throw DomainError.stale();
      const { sha256, mediaType } = await this.files.receive(tx, upload);
      await this.organizations.saveBylaws(tx, file, { sha256, mediaType, name: upload.name });
      tx.audit({
        action: 'organization.bylaws-saved',
        subjectKind: 'organization',
        subjectId: file.id,
        organizationId: file.id,
        detail: { before: file.bylaws?.name ?? null, after: upload.name, sha256, reason },
      });
    });
  }
}
