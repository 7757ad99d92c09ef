import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Accounts } from '../../identity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { refuseLockedPart } from '../domain/organization.js';
import { OfficerStore } from '../store/officer.store.js';
import { RepresentativeChangeStore } from '../store/representative-change.store.js';
import { OrganizationStore } from '../store/organization.store.js';

/** Takes an officer off the list and closes their account; what they did stays on record. */
@Injectable()
export class RemoveOfficer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationStore,
    private readonly officers: OfficerStore,
    private readonly changes: RepresentativeChangeStore,
    private readonly accounts: Accounts,
  ) {}

  async execute(actor: Actor, command: { readonly organizationId: string; readonly officerId: string }): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const file = await this.organizations.lock(tx, command.organizationId);
      refuseLockedPart(file.state, 'officers', actor);
      const officer = file.officers.find(({ id }) => id === command.officerId);
      if (!officer) throw DomainError.notFound();
      if (officer.isRepresentative) throw new DomainError('organizations.representative-needs-successor', 'conflict');
      if (actor.kind === 'officer' && actor.officerId === officer.id) {
        throw new DomainError('organizations.cannot-remove-yourself', 'conflict');
      }
      if ((await this.changes.openOf(tx, file.id))?.officerId === officer.id) {
        throw new DomainError('organizations.representative-told', 'conflict', { name: officer.name });
      }
      await this.officers.remove(tx, file.id, officer.id);
      await this.accounts.disable(tx, 'officer', officer.id);
      await this.organizations.save(tx, file.id, {});
      tx.audit({ action: 'officer.removed', subjectKind: 'officer', subjectId: officer.id, organizationId: file.id });
    });
  }
}
