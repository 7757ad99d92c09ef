import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { Deadline } from '../../kernel/deadline.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { extensionFaults } from '../domain/acceptance-period.js';
import { ExtensionStore } from '../store/extension.store.js';
import { ProgramStore } from '../store/program.store.js';
import { Programs } from './programs.js';

export interface ExtendAcceptanceCommand {
  readonly versionId: string;
  readonly closes: Deadline;
  readonly reason: string;
}

/**
 * 受付期間の延長, e.g. after an outage: everyone may apply until a later moment, from now on. The edition stays frozen.
 * Announces AcceptanceExtended. Faults at `closesOn` and `reason`.
 */
@Injectable()
export class ExtendAcceptance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: ProgramStore,
    private readonly extensions: ExtensionStore,
    private readonly programs: Programs,
  ) {}

  execute(actor: Actor, { versionId, closes, reason: typed }: ExtendAcceptanceCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    const reason = typed.trim();
    return this.unitOfWork.run(actor, async (tx) => {
      const version = await this.store.versionForUpdate(tx, versionId);
      if (version.state !== 'published') throw new DomainError('programs.not-published', 'conflict');
      const before = await this.programs.periodOf(tx, version);
      refuseWhenFaulty(extensionFaults(before, closes, reason, tx.now));
      await this.extensions.add(tx, { programVersionId: versionId, closes, reason });
      tx.audit({
        action: 'program-version.acceptance-extended',
        subjectKind: 'program-version',
        subjectId: versionId,
        detail: { closesOn: closes.day, closesTime: closes.time, reason },
      });
      tx.announce({ type: 'AcceptanceExtended', subjectId: versionId });
    });
  }
}
