import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { DistrictStore, type District } from '../store/district.store.js';
import { OrganizationList, type OrganizationListRow } from '../store/organization-list.store.js';

/** The staff's list of organisations: what waits for whom, whose account is changing, whose terms have run out. */
@Injectable()
export class ListOrganizations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationList,
    private readonly districts: DistrictStore,
  ) {}

  async execute(actor: Actor): Promise<{ rows: readonly OrganizationListRow[]; districts: readonly District[] }> {
    requireDuty(actor, 'promotion', 'approve', 'administer', 'treasury-check', 'treasury-decide', 'audit');
    return this.unitOfWork.read(actor, async (tx) => ({
      rows: await this.organizations.rows(tx),
      districts: await this.districts.list(tx),
    }));
  }
}
