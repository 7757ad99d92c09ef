import { Injectable } from '@nestjs/common';
import { Drafts, type StartDraft } from '../../approvals/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { AccountChangeStore } from '../store/account-change.store.js';
import { OrganizationStore } from '../store/organization.store.js';
import { ACCOUNT_CHANGE } from './account-change-record.js';
import { openChangeOf } from './open-change.js';

export interface DraftAccountChangeCommand extends Omit<StartDraft, 'kind' | 'subjectIds'> {
  readonly organizationId: string;
  readonly changeId: string;
}

/** 起案 of a change that two staff have confirmed, in a town whose table rules it. Faults at `title`, `reason`, `cites`. */
@Injectable()
export class DraftAccountChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationStore,
    private readonly changes: AccountChangeStore,
    private readonly drafts: Drafts,
  ) {}

  execute(actor: Actor, command: DraftAccountChangeCommand): Promise<{ draftId: string }> {
    requireDuty(actor, 'promotion');
    const { organizationId, changeId, ...words } = command;
    return this.unitOfWork.run(actor, async (tx) => {
      const file = await this.organizations.lock(tx, organizationId);
      const change = await openChangeOf(tx, this.changes, file.id, changeId);
      return { draftId: await this.drafts.start(tx, { ...words, kind: ACCOUNT_CHANGE, subjectIds: [change.id] }) };
    });
  }
}
