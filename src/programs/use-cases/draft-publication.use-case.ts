import { Injectable } from '@nestjs/common';
import { Drafts, type StartDraft } from '../../approvals/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Publication } from './publication.js';
import { PROGRAM_PUBLICATION } from './publication-subject.js';
import type { PublishProgramVersionCommand } from './publish-program-version.use-case.js';

export interface DraftPublicationCommand
  extends PublishProgramVersionCommand, Omit<StartDraft, 'kind' | 'subjectIds'> {}

/** 起案 of the publication of an edition, in a town whose table rules it. Faults at `title`, `reason`, `cites`. */
@Injectable()
export class DraftPublication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly publication: Publication,
    private readonly drafts: Drafts,
  ) {}

  execute(actor: Actor, command: DraftPublicationCommand): Promise<{ draftId: string }> {
    requireDuty(actor, 'promotion');
    const { versionId, version, ...words } = command;
    return this.unitOfWork.run(actor, async (tx) => {
      const { id } = await this.publication.ready(tx, versionId, version);
      return { draftId: await this.drafts.start(tx, { ...words, kind: PROGRAM_PUBLICATION, subjectIds: [id] }) };
    });
  }
}
