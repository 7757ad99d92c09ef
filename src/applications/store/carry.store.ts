import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../platform/database/index.js';
import type { Carry } from '../domain/earlier-application.js';
import { ApplicationCarryRow } from './application-carry-row.js';

/** What was copied into drafts, and from where: written once. */
@Injectable()
export class CarryStore {
  async add(tx: Transaction, applicationId: string, carry: Omit<Carry, 'carriedAt' | 'carriedBy'>): Promise<void> {
    await tx.manager.insert(ApplicationCarryRow, {
      ...carry,
      ...{ applicationId, id: randomUUID(), municipalityId: tx.municipalityId },
      ...{ carriedAt: tx.now, carriedBy: tx.actor.name },
    });
  }

  /** Newest first. */
  async of(tx: Transaction, applicationId: string): Promise<Carry[]> {
    const rows = await tx.manager.find(ApplicationCarryRow, {
      where: { applicationId },
      order: { carriedAt: 'DESC', id: 'ASC' },
    });
    return rows.map(({ municipalityId: _town, id: _id, applicationId: _application, ...carry }) => carry);
  }
}
