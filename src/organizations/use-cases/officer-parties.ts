import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { PartyDirectories, type Account, type PartyDirectory } from '../../identity/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { OfficerStore } from '../store/officer.store.js';

/** Says for which organisation an officer's account acts. A removed officer acts for none; an expired one still hands over. */
@Injectable()
export class OfficerParties implements PartyDirectory, OnModuleInit {
  constructor(
    private readonly directories: PartyDirectories,
    private readonly officers: OfficerStore,
  ) {}

  onModuleInit(): void {
    this.directories.register('officer', this);
  }

  async actorFor(tx: Transaction, account: Account): Promise<Actor | null> {
    const officer = await this.officers.find(tx, account.partyId);
    if (!officer) return null;
    const { organizationId, name } = officer;
    const { municipalityId } = tx;
    return { kind: 'officer', municipalityId, accountId: account.id, officerId: officer.id, organizationId, name };
  }
}
