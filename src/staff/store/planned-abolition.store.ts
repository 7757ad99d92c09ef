import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import { PlannedAbolitionRow } from './planned-abolition-row.js';

export type PlannedAbolition = Omit<PlannedAbolitionRow, 'municipalityId'>;

@Injectable()
export class PlannedAbolitionStore {
  /** In the place of an earlier plan for the post. */
  async save(tx: Transaction, plan: PlannedAbolition): Promise<void> {
    const row = { municipalityId: tx.municipalityId, ...plan };
    await tx.manager.upsert(PlannedAbolitionRow, row, ['municipalityId', 'postId']);
  }

  /** False where there was none. */
  async remove(tx: Transaction, postId: string): Promise<boolean> {
    return (await tx.manager.delete(PlannedAbolitionRow, { postId })).affected === 1;
  }

  find(tx: Transaction, postId: string): Promise<PlannedAbolition | null> {
    return tx.manager.findOneBy(PlannedAbolitionRow, { postId });
  }

  /** Those whose day has come. */
  due(tx: Transaction): Promise<PlannedAbolition[]> {
    return tx.manager.find(PlannedAbolitionRow, {
      where: { abolishedOn: LessThanOrEqual(tx.today) },
      order: { abolishedOn: 'ASC', postId: 'ASC' },
    });
  }
}
