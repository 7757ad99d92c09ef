import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { acceptUpload, FileStore, type Upload } from '../../platform/files/index.js';
import { Programs } from '../../programs/index.js';
import { addAnswerFile } from '../../writing/index.js';
import { applicationMachine } from '../domain/application.js';
import { requireApplicant, requireHand, requireWriter } from '../domain/paper.js';
import { placeOf } from '../../forms/index.js';
import { ApplicationFileStore } from '../store/application-file.store.js';
import { ApplicationStore } from '../store/application.store.js';
import { askedOf } from './asked-of.js';

export interface AddFileCommand {
  readonly applicationId: string;
  /** The file question that it answers. */
  readonly question: string;
  readonly upload: Upload;
}

/** Adds a file to the draft. Throws `files.*` with a fault at `form.<question>`; the same bytes twice are one file. */
@Injectable()
export class AddFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applications: ApplicationStore,
    private readonly files: ApplicationFileStore,
    private readonly store: FileStore,
    private readonly programs: Programs,
  ) {}

  async execute(actor: Actor, { applicationId, question, upload }: AddFileCommand): Promise<{ fileId: string }> {
    requireApplicant(actor);
    requireHand(actor, question);
    const accepted = await acceptUpload(upload, ['pdf', 'image', 'excel', 'word'], placeOf(question));
    return this.unitOfWork.run(actor, async (tx) => {
      const application = await this.applications.getForUpdate(tx, applicationId);
      requireWriter(actor, application);
      nextState(applicationMachine, 'applications.not-editable', application.state, 'edit');
      const { document } = await this.programs.version(tx, application.programVersionId);
      const { form } = askedOf(document, application);
      const kept = { papers: this.files, store: this.store };
      const answer = { ownerId: applicationId, form, question, accepted };
      const { id: fileId, label, sha256, added } = await addAnswerFile(tx, kept, answer);
      if (!added) return { fileId };
      const { organizationId } = application;
      tx.audit({
        ...{ action: 'application.file-added', subjectKind: 'application', subjectId: applicationId },
        ...{ organizationId, detail: { question: label, sha256 } },
      });
      return { fileId };
    });
  }
}
