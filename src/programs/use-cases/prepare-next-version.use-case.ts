import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { ProgramStore } from '../store/program.store.js';

/** Copies the newest edition into a draft to be changed; an open draft is returned as it is. */
@Injectable()
export class PrepareNextVersion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: ProgramStore,
  ) {}

  execute(actor: Actor, { programId }: { readonly programId: string }): Promise<{ versionId: string }> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const [newest] = await this.store.versionsOf(tx, programId);
      if (!newest) throw DomainError.notFound();
      if (newest.state === 'draft') return { versionId: newest.id };
      const versionId = randomUUID();
      await this.store.addDraft(tx, { id: versionId, programId, number: newest.number + 1, document: newest.document });
      tx.audit({ action: 'program-version.prepared', subjectKind: 'program-version', subjectId: versionId });
      return { versionId };
    });
  }
}
