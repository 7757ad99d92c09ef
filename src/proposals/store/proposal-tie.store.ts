import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import type { ProposalTie } from '../domain/proposal-tie.js';
import { ProposalTieRow } from './proposal-tie-row.js';

/** Who has declared to keep away from which proposal. */
@Injectable()
export class ProposalTieStore {
  async of(tx: Transaction, proposalIds: readonly string[]): Promise<ProposalTie[]> {
    if (proposalIds.length === 0) return [];
    return tx.manager.find(ProposalTieRow, {
      where: { proposalId: In([...proposalIds]) },
      order: { declaredAt: 'ASC', staffId: 'ASC' },
    });
  }

  /** Said twice, it is said once. */
  async add(tx: Transaction, tie: Omit<ProposalTie, 'declaredAt'>): Promise<void> {
    const row = { ...tie, declaredAt: tx.now, municipalityId: tx.municipalityId };
    await tx.manager.createQueryBuilder().insert().into(ProposalTieRow).values(row).orIgnore().execute();
  }
}
