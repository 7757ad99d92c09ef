import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Accounts, Invitations, type IssuedCode } from '../../identity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { Officer } from '../domain/officer.js';
import { OrganizationStore } from '../store/organization.store.js';

export interface OfficerCode extends IssuedCode {
  readonly officer: Officer;
  readonly organizationName: string;
  /** `reset` when the officer has an account already and chooses a new password. */
  readonly purpose: 'invitation' | 'reset';
}

/**
 * A printed code for an officer. Officers invite each other; a code for a forgotten password is handed over
 * at the counter only, after staff have seen who asks.
 */
@Injectable()
export class InviteOfficer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationStore,
    private readonly invitations: Invitations,
    private readonly accounts: Accounts,
  ) {}

  async execute(
    actor: Actor,
    command: { readonly organizationId: string; readonly officerId: string },
  ): Promise<OfficerCode> {
    if (actor.kind !== 'officer') requireDuty(actor, 'promotion', 'administer');
    return this.unitOfWork.run(actor, async (tx) => {
      const file = await this.organizations.lock(tx, command.organizationId);
      const officer = file.officers.find(({ id }) => id === command.officerId);
      if (!officer) throw DomainError.notFound();
      const organizationName = file.details.name;
      if (actor.kind !== 'officer' && (await this.accounts.hasAccount(tx, 'officer', officer.id))) {
        const issued = await this.accounts.resetAtCounter(tx, 'officer', officer.id);
        return { ...issued, officer, organizationName, purpose: 'reset' };
      }
      const issued = await this.invitations.issue(tx, {
        partyKind: 'officer',
        partyId: officer.id,
        partyName: officer.name,
      });
      return { ...issued, officer, organizationName, purpose: 'invitation' };
    });
  }
}
