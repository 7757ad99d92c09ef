import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { requireApplicant, requireWriter } from '../domain/paper.js';
import { ApplicationStore } from '../store/application.store.js';
import { LeftoverStore } from '../store/leftover.store.js';

export interface SettleEditionChangeCommand {
  readonly applicationId: string;
  /** What was dealt with: the notice of what changed, or the answers of the edition before. */
  readonly what: 'notice' | 'leftovers';
}

/** Whoever writes it has read what a newer edition changed, or copied what was left; it is shown no more and stays on record. */
@Injectable()
export class SettleEditionChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applications: ApplicationStore,
    private readonly leftovers: LeftoverStore,
  ) {}

  execute(actor: Actor, { applicationId, what }: SettleEditionChangeCommand): Promise<void> {
    requireApplicant(actor);
    return this.unitOfWork.run(actor, async (tx) => {
      const application = await this.applications.getForUpdate(tx, applicationId);
      requireWriter(actor, application);
      if (what === 'leftovers') await this.leftovers.settle(tx, applicationId);
      else if (application.knownVersionId === null) return;
      else await this.applications.change(tx, application, { knownVersionId: null });
      const { organizationId } = application;
      const action = what === 'notice' ? 'application.change-read' : 'application.leftovers-settled';
      tx.audit({ action, subjectKind: 'application', subjectId: applicationId, organizationId });
    });
  }
}
