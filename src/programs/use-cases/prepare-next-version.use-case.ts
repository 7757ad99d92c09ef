import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { placeForDraft } from '../domain/program-version.js';
import { ProgramStore } from '../store/program.store.js';

/** Copies the newest edition of the same programme and year into a draft to be changed; an open draft of that year is opened. */
@Injectable()
export class PrepareNextVersion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: ProgramStore,
  ) {}

  execute(
    actor: Actor,
    { versionId: sourceId }: { readonly versionId: string },
  ): Promise<{ readonly versionId: string; readonly opened: boolean }> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const source = await this.store.version(tx, sourceId);
      const { programId } = source;
      await this.store.holdForDraft(tx, programId);
      const { open, newest, number } = placeForDraft(
        await this.store.versionsOf(tx, programId),
        source.document.fiscalYear,
      );
      if (open) return { versionId: open.id, opened: true };
      const versionId = randomUUID();
      const { document } = newest ?? source;
      await this.store.addDraft(tx, { id: versionId, programId, number, document });
      tx.audit({ action: 'program-version.prepared', subjectKind: 'program-version', subjectId: versionId });
      return { versionId, opened: false };
    });
  }
}
