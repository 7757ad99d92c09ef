import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { In } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import type { Telling } from '../domain/telling.js';
import { ProposalTellingRow } from './proposal-telling-row.js';

type New = Pick<Telling, 'occasion' | 'turn' | 'how' | 'toldOn' | 'note'>;

/** Who was told of what, kept for good; who reads or writes it has met the proposal before. */
@Injectable()
export class ProposalTellingStore {
  /** By proposal, in the order in which they were written. */
  async of(tx: Transaction, proposalIds: readonly string[]): Promise<ReadonlyMap<string, Telling[]>> {
    if (proposalIds.length === 0) return new Map();
    const rows = await tx.manager.find(ProposalTellingRow, {
      where: { proposalId: In([...proposalIds]) },
      order: { writtenAt: 'ASC', id: 'ASC' },
    });
    return new Map(proposalIds.map((id) => [id, rows.filter(({ proposalId }) => proposalId === id)]));
  }

  async add(tx: Transaction, proposalId: string, telling: New): Promise<void> {
    const written = { writtenAt: tx.now, writtenBy: tx.actor.name, municipalityId: tx.municipalityId };
    await tx.manager.insert(ProposalTellingRow, { ...telling, ...written, proposalId, id: randomUUID() });
  }
}
