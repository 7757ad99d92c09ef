import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { contentOf } from '../domain/organization-file.js';
import { organizationMachine } from '../domain/organization.js';
import { faultsBeforeSubmission } from '../domain/registration.js';
import { OrganizationStore } from '../store/organization.store.js';

export interface SubmitRegistrationCommand {
  readonly organizationId: string;
  /** The version that the answers on the check page had. */
  readonly version: number;
}

/** Hands the registration to the town; from then on only staff change it, until it comes back. */
@Injectable()
export class SubmitRegistration {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationStore,
  ) {}

  async execute(actor: Actor, command: SubmitRegistrationCommand): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const file = await this.organizations.lock(tx, command.organizationId);
      if (actor.kind !== 'officer') throw DomainError.forbidden();
      const state = nextState(organizationMachine, 'organizations.submitted-already', file.state, 'submit');
      if (file.version !== command.version) throw DomainError.stale();
      refuseWhenFaulty(faultsBeforeSubmission(contentOf(file), tx.today), 'organizations.unfinished');
      await this.organizations.save(tx, file.id, { state, submittedAt: tx.now });
      tx.announce({ type: 'OrganizationSubmitted', subjectId: file.id, organizationId: file.id });
      tx.audit({
        action: 'organization.submitted',
        subjectKind: 'organization',
        subjectId: file.id,
        organizationId: file.id,
        detail: { round: file.round },
      });
    });
  }
}
