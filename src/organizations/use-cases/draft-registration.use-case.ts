import { Injectable } from '@nestjs/common';
import { Drafts, type StartDraft } from '../../approvals/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { staffWithDuty } from '../domain/examiner.js';
import { refuseUnfitRegistration } from '../domain/registration.js';
import { ExaminationStore } from '../store/examination.store.js';
import { OrganizationStore } from '../store/organization.store.js';
import type { RegisterOrganizationCommand } from './register-organization.use-case.js';
import { ORGANIZATION_REGISTRATION } from './registration-subject.js';

export interface DraftRegistrationCommand
  extends RegisterOrganizationCommand, Omit<StartDraft, 'kind' | 'subjectIds'> {}

/**
 * 起案 of a registration that staff have examined, in a town whose table rules it. Faults at `checklist[…]`, `title`,
 * `reason`, `cites`.
 */
@Injectable()
export class DraftRegistration {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationStore,
    private readonly examinations: ExaminationStore,
    private readonly drafts: Drafts,
  ) {}

  execute(actor: Actor, command: DraftRegistrationCommand): Promise<{ draftId: string }> {
    const staff = staffWithDuty(actor, 'promotion');
    const { organizationId, version, checked, ...words } = command;
    return this.unitOfWork.run(actor, async (tx) => {
      const file = await this.organizations.lock(tx, organizationId);
      refuseUnfitRegistration(file.account, checked);
      if (file.version !== version) throw DomainError.stale();
      if (!(await this.drafts.openFor(tx, ORGANIZATION_REGISTRATION, file.id))) {
        await this.examinations.propose(tx, file, staff, checked);
      }
      const subjectIds = [file.id];
      return { draftId: await this.drafts.start(tx, { ...words, kind: ORGANIZATION_REGISTRATION, subjectIds }) };
    });
  }
}
