import { Injectable } from '@nestjs/common';
import { Drafts } from '../../approvals/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { versionMachine } from '../domain/program-version.js';
import { ProgramStore } from '../store/program.store.js';
import { PROGRAM_PUBLICATION } from './publication-subject.js';

export interface DiscardDraftVersionCommand {
  readonly versionId: string;
  /** The save that was read before: what somebody else saved since is not thrown away unseen. */
  readonly version: number;
}

/** Gives a draft edition up, so that another of its year can be begun. Throws `programs.published` for any other. */
@Injectable()
export class DiscardDraftVersion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: ProgramStore,
    private readonly drafts: Drafts,
  ) {}

  execute(actor: Actor, { versionId, version }: DiscardDraftVersionCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const current = await this.store.versionForUpdate(tx, versionId);
      nextState(versionMachine, 'programs.published', current.state, 'discard');
      if (current.version !== version) throw DomainError.stale();
      const draft = await this.drafts.openFor(tx, PROGRAM_PUBLICATION, versionId);
      if (draft) throw new DomainError('programs.publication-in-draft', 'conflict', { number: draft.number });
      await this.store.holdForDraft(tx, current.programId);
      await this.store.discard(tx, current);
      const { name, fiscalYear } = current.document;
      tx.audit({
        ...{ action: 'program-version.discarded', subjectKind: 'program-version', subjectId: versionId },
        detail: { name, fiscalYear, number: current.number },
      });
    });
  }
}
