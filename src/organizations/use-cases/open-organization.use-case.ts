import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { Invitations } from '../../identity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { readFirstOfficer } from '../domain/officer.js';
import { readDistrictId, readOrganizationName } from '../domain/organization.js';
import { readTogether } from '../domain/typed-text.js';
import { DistrictStore } from '../store/district.store.js';
import { OfficerStore } from '../store/officer.store.js';
import { OrganizationStore } from '../store/organization.store.js';
import { refuseUnprintable } from './printable.js';

export interface OpenOrganizationCommand {
  readonly name: string;
  readonly districtId: string;
  readonly officerRole: string;
  readonly officerName: string;
}

export interface OpenedOrganization {
  readonly organizationId: string;
  readonly officerId: string;
  /** Printed and handed to the first officer; shown this once. */
  readonly code: string;
  readonly expiresOn: LocalDate;
}

/** Staff open an organisation's registration and invite its first officer, who fills in the rest. */
@Injectable()
export class OpenOrganization {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationStore,
    private readonly officers: OfficerStore,
    private readonly districts: DistrictStore,
    private readonly invitations: Invitations,
  ) {}

  async execute(actor: Actor, command: OpenOrganizationCommand): Promise<OpenedOrganization> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const districtIds = (await this.districts.list(tx)).map(({ id }) => id);
      const { name, districtId, officer } = readTogether({
        name: () => readOrganizationName(command.name),
        districtId: () => readDistrictId(command.districtId, districtIds),
        officer: () => readFirstOfficer(command.officerRole, command.officerName),
        printable: () => {
          const { name, officerRole, officerName } = command;
          refuseUnprintable({ name, officerRole, officerName });
        },
      });
      const [organizationId, officerId] = [randomUUID(), randomUUID()];
      await this.organizations.insert(tx, { id: organizationId, name, districtId });
      await this.officers.insert(tx, organizationId, officerId, {
        ...officer,
        phone: null,
        termFrom: null,
        termUntil: null,
        isRepresentative: false,
      });
      const invitee = { partyKind: 'officer', partyId: officerId, partyName: officer.name } as const;
      const { code, expiresOn } = await this.invitations.issue(tx, invitee);
      tx.audit({
        action: 'organization.opened',
        subjectKind: 'organization',
        subjectId: organizationId,
        organizationId,
      });
      return { organizationId, officerId, code, expiresOn };
    });
  }
}
