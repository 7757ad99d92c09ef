import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { acceptUpload, FileStore, type Upload } from '../../platform/files/index.js';
import { Programs } from '../../programs/index.js';
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

const MOST_FILES = 20;

/**
 * Adds a file to the draft; where the question takes only one it replaces the other. The same bytes for the same
 * question are the same file: an upload that is repeated after its answer was lost adds nothing. Throws `files.*` with a
 * fault at `form.<question>`.
 */
@Injectable()
export class AddFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applications: ApplicationStore,
    private readonly files: ApplicationFileStore,
    private readonly store: FileStore,
    private readonly programs: Programs,
  ) {}

  async execute(actor: Actor, { applicationId, question: kind, upload }: AddFileCommand): Promise<{ fileId: string }> {
    requireApplicant(actor);
    requireHand(actor, kind);
    const pointer = placeOf(kind);
    const accepted = await acceptUpload(upload, ['pdf', 'image', 'excel', 'word'], pointer);
    return this.unitOfWork.run(actor, async (tx) => {
      const application = await this.applications.getForUpdate(tx, applicationId);
      requireWriter(actor, application);
      nextState(applicationMachine, 'applications.not-editable', application.state, 'edit');
      const { document } = await this.programs.version(tx, application.programVersionId);
      const question = askedOf(document, application)
        .form.flatMap(({ questions }) => questions)
        .find(({ id }) => id === kind);
      if (question?.kind !== 'file') throw DomainError.notFound();
      const stored = await this.store.receive(tx, accepted);
      const present = await this.files.of(tx, applicationId);
      const same = present.find((file) => file.kind === kind && file.sha256 === stored.sha256);
      if (same) return { fileId: same.id };
      const replaced = question.many ? [] : present.filter((file) => file.kind === kind);
      for (const { id } of replaced) await this.files.remove(tx, applicationId, id);
      if (present.length - replaced.length >= MOST_FILES) {
        throw DomainError.invalid([{ pointer, code: 'applications.too-many-files', params: { most: MOST_FILES } }]);
      }
      const fileId = await this.files.add(tx, applicationId, {
        ...stored,
        kind,
        label: question.label,
        name: accepted.name,
      });
      const { organizationId } = application;
      const detail = { question: question.label, sha256: stored.sha256 };
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
