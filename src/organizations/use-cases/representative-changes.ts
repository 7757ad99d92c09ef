import { Injectable } from '@nestjs/common';
import { HALL_DUTIES, requireDuty, requireOwnOrganization } from '../../kernel/actor.js';
import type { Transaction } from '../../platform/database/index.js';
import type { RepresentativeChange } from '../domain/representative-change.js';
import { OrganizationProfiles } from '../store/organization-profiles.store.js';
import { RepresentativeChangeStore } from '../store/representative-change.store.js';

/** 代表者変更届 as its desks read them. */
@Injectable()
export class RepresentativeChanges {
  constructor(
    private readonly store: RepresentativeChangeStore,
    private readonly profiles: OrganizationProfiles,
  ) {}

  /** Throws not-found for another organisation's officer. */
  async get(tx: Transaction, id: string): Promise<RepresentativeChange> {
    return this.store.find(tx, id);
  }

  /** The one that has not come to its end. */
  async openOf(tx: Transaction, organizationId: string): Promise<RepresentativeChange | null> {
    requireOwnOrganization(tx.actor, organizationId);
    return this.store.openOf(tx, organizationId);
  }

  /** Not at its end, oldest first, with the organisation; for staff. */
  async waiting(tx: Transaction): Promise<(RepresentativeChange & { readonly organizationName: string })[]> {
    requireDuty(tx.actor, ...HALL_DUTIES);
    const open = await this.store.inStates(tx, ['sent', 'returned', 'proposed']);
    const names = new Map((await this.profiles.list(tx)).map(({ id, name }) => [id, name]));
    return open.map((change) => ({ ...change, organizationName: names.get(change.organizationId) ?? '' }));
  }
}
