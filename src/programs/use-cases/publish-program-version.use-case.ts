import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { versionMachine } from '../domain/program-version.js';
import { ProgramStore } from '../store/program.store.js';
import { DraftFaults } from './draft-faults.js';

export interface PublishProgramVersionCommand {
  readonly versionId: string;
  /** The save that was read before publishing: what is published is what was shown. */
  readonly version: number;
}

/**
 * Opens an edition to applicants and freezes it. Whoever begins on the edition before at the same moment is waited for, so
 * that none of its drafts is missed when they are carried over. Announces ProgramVersionPublished.
 */
@Injectable()
export class PublishProgramVersion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: ProgramStore,
    private readonly faults: DraftFaults,
  ) {}

  execute(actor: Actor, { versionId, version }: PublishProgramVersionCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const current = await this.store.versionForUpdate(tx, versionId);
      nextState(versionMachine, 'programs.published', current.state, 'publish');
      if (current.version !== version) throw DomainError.stale();
      refuseWhenFaulty(await this.faults.of(tx, current.document));
      await this.store.holdPublished(tx, current.programId, current.document.fiscalYear);
      await this.store.publish(tx, versionId, version);
      tx.audit({ action: 'program-version.published', subjectKind: 'program-version', subjectId: versionId });
      tx.announce({ type: 'ProgramVersionPublished', subjectId: versionId });
    });
  }
}
