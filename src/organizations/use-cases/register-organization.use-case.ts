import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Authority } from '../../staff/index.js';
import { staffWithDuty } from '../domain/examiner.js';
import { organizationMachine } from '../domain/organization.js';
import { refuseUnfitRegistration } from '../domain/registration.js';
import { BankAccountStore } from '../store/bank-account.store.js';
import { ExaminationStore } from '../store/examination.store.js';
import { OrganizationStore } from '../store/organization.store.js';
import { ORGANIZATION_REGISTRATION } from './registration-subject.js';

export interface RegisterOrganizationCommand {
  readonly organizationId: string;
  readonly version: number;
  /** Ids of the ticked checklist items. */
  readonly checked: readonly string[];
}

/** 登録 where the town does not decide it by a draft: every item of the checklist ticked and the transfer kana confirmed; the account comes into use. */
@Injectable()
export class RegisterOrganization {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationStore,
    private readonly accounts: BankAccountStore,
    private readonly examinations: ExaminationStore,
    private readonly authority: Authority,
  ) {}

  async execute(actor: Actor, command: RegisterOrganizationCommand): Promise<void> {
    const staff = staffWithDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const file = await this.organizations.lock(tx, command.organizationId);
      const state = nextState(organizationMachine, 'organizations.not-under-examination', file.state, 'register');
      if (await this.authority.rules(tx, ORGANIZATION_REGISTRATION)) {
        throw new DomainError('organizations.registration-by-draft', 'conflict');
      }
      const account = refuseUnfitRegistration(file.account, command.checked);
      if (file.version !== command.version) throw DomainError.stale();
      await this.examinations.record(tx, file, staff, 'registered', command.checked);
      await this.accounts.begin(tx, account.id);
      await this.organizations.save(tx, file.id, { state, registeredOn: tx.today });
      tx.announce({ type: 'OrganizationRegistered', subjectId: file.id, organizationId: file.id });
      tx.audit({
        action: 'organization.registered',
        subjectKind: 'organization',
        subjectId: file.id,
        organizationId: file.id,
        detail: { round: file.round, checked: command.checked },
      });
    });
  }
}
