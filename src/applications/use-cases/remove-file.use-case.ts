import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { applicationMachine } from '../domain/application.js';
import { requireApplicant, requireHand, requireWriter } from '../domain/paper.js';
import { ApplicationFileStore } from '../store/application-file.store.js';
import { ApplicationStore } from '../store/application.store.js';

/** Takes a file out of the draft and says which question it answered; what was sent in an earlier round keeps it. */
@Injectable()
export class RemoveFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applications: ApplicationStore,
    private readonly files: ApplicationFileStore,
  ) {}

  execute(
    actor: Actor,
    { applicationId, fileId }: { readonly applicationId: string; readonly fileId: string },
  ): Promise<{ kind: string }> {
    requireApplicant(actor);
    return this.unitOfWork.run(actor, async (tx) => {
      const application = await this.applications.getForUpdate(tx, applicationId);
      requireWriter(actor, application);
      nextState(applicationMachine, 'applications.not-editable', application.state, 'edit');
      const { kind } = await this.files.remove(tx, applicationId, fileId);
      requireHand(actor, kind);
      const { organizationId } = application;
      const detail = { fileId };
      tx.audit({
        action: 'application.file-removed',
        subjectKind: 'application',
        subjectId: applicationId,
        organizationId,
        detail,
      });
      return { kind };
    });
  }
}
