import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { refuseWhenFaulty } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { versionMachine } from '../domain/program-version.js';
import { readProgramDocument } from '../domain/read-program-document.js';
import { ProgramStore } from '../store/program.store.js';
import { CheckReferences } from './check-references.js';

export interface EditDraftVersionCommand {
  readonly versionId: string;
  /** The save that the form was filled from; an older one is refused as stale. */
  readonly version: number;
  readonly document: unknown;
}

/** Replaces the document of a draft edition. Throws `programs.published` once it is published. */
@Injectable()
export class EditDraftVersion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: ProgramStore,
    private readonly references: CheckReferences,
  ) {}

  execute(actor: Actor, { versionId, version, document: input }: EditDraftVersionCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    const document = readProgramDocument(input);
    return this.unitOfWork.run(actor, async (tx) => {
      const current = await this.store.versionForUpdate(tx, versionId);
      nextState(versionMachine, 'programs.published', current.state, 'edit');
      refuseWhenFaulty(await this.references.faultsOf(tx, document));
      await this.store.saveDraft(tx, versionId, version, document);
      tx.audit({ action: 'program-version.edited', subjectKind: 'program-version', subjectId: versionId });
    });
  }
}
