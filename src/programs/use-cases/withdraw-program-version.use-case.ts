import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { versionMachine } from '../domain/program-version.js';
import { withdrawalReasonFaults } from '../domain/editions/withdrawal-reason.js';
import { ProgramStore } from '../store/program.store.js';
import { ApplicationsPort } from './applications-port.js';

export interface WithdrawProgramVersionCommand {
  readonly versionId: string;
  readonly version: number;
  readonly reason: string;
}

/**
 * Takes a published edition back before its first application: nobody can apply for it any more, and the edition before
 * it holds again. Throws `programs.edition-in-use` once anything was begun on it. Announces ProgramVersionWithdrawn.
 * Fault at `reason`.
 */
@Injectable()
export class WithdrawProgramVersion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: ProgramStore,
    private readonly applications: ApplicationsPort,
  ) {}

  execute(actor: Actor, { versionId, version, reason: typed }: WithdrawProgramVersionCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    const reason = typed.trim();
    return this.unitOfWork.run(actor, async (tx) => {
      const current = await this.store.versionForUpdate(tx, versionId);
      nextState(versionMachine, 'programs.not-withdrawable', current.state, 'withdraw');
      const [newest] = await this.store.newestPublished(tx, [
        { programId: current.programId, fiscalYear: current.document.fiscalYear },
      ]);
      if (newest?.id !== versionId) throw new DomainError('programs.edition-superseded', 'conflict');
      const { drafts, others } = await this.applications.get().countOn(tx, versionId);
      if (drafts + others > 0) {
        throw new DomainError('programs.edition-in-use', 'conflict', { count: drafts + others });
      }
      if (current.version !== version) throw DomainError.stale();
      refuseWhenFaulty(withdrawalReasonFaults(reason));
      await this.store.withdraw(tx, versionId, version, reason);
      tx.audit({
        action: 'program-version.withdrawn',
        subjectKind: 'program-version',
        subjectId: versionId,
        detail: { reason },
      });
      tx.announce({ type: 'ProgramVersionWithdrawn', subjectId: versionId });
    });
  }
}
