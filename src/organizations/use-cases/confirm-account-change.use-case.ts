import { Injectable } from '@nestjs/common';
import { Acknowledge } from '../../acknowledgements/index.js';
import type { Actor } from '../../kernel/actor.js';
import { Municipalities } from '../../municipalities/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Authority } from '../../staff/index.js';
import { isLastConfirmation, refuseUnfitConfirmation } from '../domain/account-change.js';
import { readTransferKana, readUnlikeness, type TypedUnlikeness } from '../domain/bank-account.js';
import { staffWithDuty } from '../domain/examiner.js';
import { AccountChangeStore } from '../store/account-change.store.js';
import { OrganizationStore } from '../store/organization.store.js';
import { ACCOUNT_CHANGE } from './account-change-record.js';
import { openChangeOf } from './open-change.js';

export interface ConfirmAccountChangeCommand {
  readonly organizationId: string;
  readonly changeId: string;
  readonly transferKana: string;
  readonly unlike: TypedUnlikeness;
}

export interface ConfirmedAccountChange {
  /** The new account is in use. */
  readonly complete: boolean;
  /** Both have confirmed, and the town decides the change by a draft. */
  readonly toDraft?: true;
}

/**
 * One of two different staff confirms the new account against its passbook. The second confirmation puts it into use and
 * ends the old one on the same day, unless the town decides the change by a draft: then it may be drafted.
 */
@Injectable()
export class ConfirmAccountChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationStore,
    private readonly acknowledgements: Acknowledge,
    private readonly changes: AccountChangeStore,
    private readonly municipalities: Municipalities,
    private readonly authority: Authority,
  ) {}

  async execute(actor: Actor, command: ConfirmAccountChangeCommand): Promise<ConfirmedAccountChange> {
    const staff = staffWithDuty(actor, 'promotion', 'approve', 'treasury-check');
    return this.unitOfWork.run(actor, async (tx) => {
      const file = await this.organizations.lock(tx, command.organizationId);
      const change = await openChangeOf(tx, this.changes, file.id, command.changeId);
      const town = await this.municipalities.of(tx);
      const { proposed } = change;
      const transferKana = readTransferKana(
        command.transferKana,
        proposed.holderKana,
        town.bank?.permittedSymbols ?? '',
      );
      refuseUnfitConfirmation(change, staff.staffId, transferKana);
      const kana = { transferKana, unlikeReason: readUnlikeness(transferKana, proposed.holderKana, command.unlike) };
      await this.changes.confirm(tx, change, { id: staff.staffId, name: staff.name }, kana);
      const isLast = isLastConfirmation(change);
      const byDraft = isLast && (await this.authority.rules(tx, ACCOUNT_CHANGE));
      if (isLast && !byDraft) {
        await this.acknowledgements.atOnce(tx, ACCOUNT_CHANGE, change.id);
      } else {
        tx.audit({
          action: isLast ? 'bank-account.change-confirmed-twice' : 'bank-account.change-confirmed-once',
          subjectKind: 'bank-account-change',
          subjectId: change.id,
          organizationId: file.id,
        });
      }
      return { complete: isLast && !byDraft, ...(byDraft && { toDraft: true as const }) };
    });
  }
}
