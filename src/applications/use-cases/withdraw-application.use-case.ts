import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { CaseList } from '../../cases/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { applicationMachine } from '../domain/application.js';
import { ApplicationStore } from '../store/application.store.js';

/** 取下げ before the decision is drafted; everything stays on record and another application may begin. */
@Injectable()
export class WithdrawApplication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applications: ApplicationStore,
    private readonly cases: CaseList,
  ) {}

  execute(actor: Actor, { applicationId }: { readonly applicationId: string }): Promise<void> {
    if (actor.kind !== 'officer') throw DomainError.forbidden();
    return this.unitOfWork.run(actor, async (tx) => {
      const application = await this.applications.getForUpdate(tx, applicationId);
      const state = nextState(applicationMachine, 'applications.not-withdrawable', application.state, 'withdraw');
      await this.applications.change(tx, application, { state });
      await this.cases.move(tx, applicationId, { phase: 'withdrawn', waitingFor: 'nobody', dueOn: null });
      const { organizationId } = application;
      tx.audit({
        action: 'application.withdrawn',
        subjectKind: 'application',
        subjectId: applicationId,
        organizationId,
      });
      tx.announce({ type: 'ApplicationWithdrawn', subjectId: applicationId, organizationId });
    });
  }
}
