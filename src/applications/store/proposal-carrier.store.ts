import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../platform/database/index.js';
import { ProposalCarrierRow } from './proposal-carrier-row.js';

/** Which organisation carries out a proposal that came from none: written once each time, the newest holds. */
@Injectable()
export class ProposalCarrierStore {
  async add(tx: Transaction, proposalId: string, organizationId: string): Promise<void> {
    const chosen = { proposalId, organizationId, chosenAt: tx.now, chosenBy: tx.actor.name };
    await tx.manager.insert(ProposalCarrierRow, { ...chosen, id: randomUUID(), municipalityId: tx.municipalityId });
  }

  /** By proposal, its organisation. */
  async chosen(tx: Transaction): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.manager.find(ProposalCarrierRow, { order: { chosenAt: 'ASC' } });
    return new Map(rows.map((row) => [row.proposalId, row.organizationId]));
  }
}
