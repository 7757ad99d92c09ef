import { Injectable } from '@nestjs/common';
import { Drafts } from '../../approvals/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { staffWithDuty } from '../domain/examiner.js';
import { organizationMachine } from '../domain/organization.js';
import { readRemarks, type TypedRemark } from '../domain/registration.js';
import { ExaminationStore } from '../store/examination.store.js';
import { OrganizationStore } from '../store/organization.store.js';
import { refuseWhileDrafted } from './open-draft.js';
import { ORGANIZATION_REGISTRATION } from './registration-subject.js';

export interface ReturnRegistrationCommand {
  readonly organizationId: string;
  readonly version: number;
  readonly remarks: readonly TypedRemark[];
  readonly checked: readonly string[];
}

/** 差戻し with remarks, each tied to the field at which the organisation will read and answer it. */
@Injectable()
export class ReturnRegistration {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationStore,
    private readonly examinations: ExaminationStore,
    private readonly drafts: Drafts,
  ) {}

  async execute(actor: Actor, command: ReturnRegistrationCommand): Promise<void> {
    const staff = staffWithDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const file = await this.organizations.lock(tx, command.organizationId);
      const state = nextState(organizationMachine, 'organizations.not-under-examination', file.state, 'return');
      await refuseWhileDrafted(tx, this.drafts, ORGANIZATION_REGISTRATION, file.id);
      const remarks = readRemarks(command.remarks);
      if (file.version !== command.version) throw DomainError.stale();
      await this.examinations.addRemarks(tx, file, remarks);
      await this.examinations.record(tx, file, staff, 'returned', command.checked);
      await this.organizations.save(tx, file.id, { state, round: file.round + 1 });
      tx.announce({ type: 'OrganizationReturned', subjectId: file.id, organizationId: file.id });
      tx.audit({
        action: 'organization.returned',
        subjectKind: 'organization',
        subjectId: file.id,
        organizationId: file.id,
        detail: { round: file.round, fields: remarks.map(({ field }) => field) },
      });
    });
  }
}
