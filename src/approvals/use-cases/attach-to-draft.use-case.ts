import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { acceptUpload, FileStore, type FileContent, type Upload } from '../../platform/files/index.js';
import { DraftStore } from '../store/draft.store.js';
import { DraftAccess } from './draft-access.js';
import { DraftDesk } from './draft-desk.js';

export interface AttachToDraftCommand {
  readonly draftId: string;
  readonly file: Upload | null;
  readonly note: string;
}

/** Adds a paper to a draft under way, with a note. It is never replaced or removed. Faults at `file`, `note`. */
@Injectable()
export class AttachToDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: DraftDesk,
    private readonly drafts: DraftStore,
    private readonly files: FileStore,
    private readonly access: DraftAccess,
  ) {}

  async execute(actor: Actor, { draftId, file, note }: AttachToDraftCommand): Promise<void> {
    if (!file) throw DomainError.invalid([{ pointer: 'file', code: 'approvals.attachment-missing' }]);
    const accepted = await acceptUpload(file, ['pdf', 'image', 'excel', 'word'], 'file');
    await this.desk.actWith(actor, draftId, async (tx) => {
      const stored = await this.files.receive(tx, accepted);
      return { act: { kind: 'attach', file: { name: accepted.name, ...stored }, note } };
    });
  }

  /** The bytes as they were added, for whom the draft opens to; throws `files.*` for what waits for the virus scanner or is infected. */
  read(actor: Actor, draftId: string, actId: string): Promise<FileContent & { readonly name: string }> {
    return this.unitOfWork.read(actor, async (tx) => {
      const draft = await this.drafts.find(tx, draftId);
      await this.access.requireOpen(tx, draft);
      const attachment = draft.attachments.find((each) => each.actId === actId);
      if (!attachment) throw DomainError.notFound();
      return { ...(await this.files.open(tx, attachment.sha256)), name: attachment.name };
    });
  }
}
