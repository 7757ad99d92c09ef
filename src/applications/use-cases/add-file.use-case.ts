import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { acceptUpload, FileStore, type Upload } from '../../platform/files/index.js';
import { Programs } from '../../programs/index.js';
import { applicationMachine } from '../domain/application.js';
import { ApplicationFileStore } from '../store/application-file.store.js';
import { ApplicationStore } from '../store/application.store.js';

export interface AddFileCommand {
  readonly applicationId: string;
  /** The id of a file that the programme asks for, or `other`. */
  readonly kind: string;
  readonly upload: Upload;
}

const MOST_FILES = 20;
const OTHER = { id: 'other', label: 'そのほかの書類' };

/** Adds a file to the draft. Throws `files.*` with a fault at `files.<kind>`. */
@Injectable()
export class AddFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applications: ApplicationStore,
    private readonly files: ApplicationFileStore,
    private readonly store: FileStore,
    private readonly programs: Programs,
  ) {}

  async execute(actor: Actor, { applicationId, kind, upload }: AddFileCommand): Promise<{ fileId: string }> {
    if (actor.kind !== 'officer') throw DomainError.forbidden();
    const pointer = `files.${kind}`;
    const accepted = await acceptUpload(upload, ['pdf', 'image', 'excel', 'word'], pointer);
    return this.unitOfWork.run(actor, async (tx) => {
      const application = await this.applications.getForUpdate(tx, applicationId);
      nextState(applicationMachine, 'applications.not-editable', application.state, 'edit');
      const { document } = await this.programs.version(tx, application.programVersionId);
      const requested = [...document.files, OTHER].find(({ id }) => id === kind);
      if (!requested) throw DomainError.notFound();
      if ((await this.files.of(tx, applicationId)).length >= MOST_FILES) {
        throw DomainError.invalid([{ pointer, code: 'applications.too-many-files', params: { most: MOST_FILES } }]);
      }
      const stored = await this.store.receive(tx, accepted);
      const fileId = await this.files.add(tx, applicationId, {
        ...stored,
        kind,
        label: requested.label,
        name: accepted.name,
      });
      const { organizationId } = application;
      const detail = { kind, sha256: stored.sha256 };
      tx.audit({
        action: 'application.file-added',
        subjectKind: 'application',
        subjectId: applicationId,
        organizationId,
        detail,
      });
      return { fileId };
    });
  }
}
