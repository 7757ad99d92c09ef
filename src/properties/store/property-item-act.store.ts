import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Any } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import type { ItemAct } from '../domain/item-act.js';
import { PropertyItemActRow } from './property-item-act-row.js';

export type NewItemAct = Omit<ItemAct, 'id' | 'recordedAt' | 'recordedBy'>;

/** The trail of 備品台帳; whoever asks has made sure that the actor may see the items. */
@Injectable()
export class PropertyItemActStore {
  async add(tx: Transaction, act: NewItemAct): Promise<void> {
    const signed = { municipalityId: tx.municipalityId, recordedAt: tx.now, recordedBy: tx.actor.name };
    await tx.manager.insert(PropertyItemActRow, {
      ...act,
      ...signed,
      changes: act.changes.map((change) => ({ ...change })),
      id: randomUUID(),
    });
  }

  /** In the order of entry. */
  async ofItems(tx: Transaction, itemIds: readonly string[]): Promise<ItemAct[]> {
    const rows = await tx.manager.find(PropertyItemActRow, {
      where: { itemId: Any([...itemIds]) },
      order: { number: 'ASC' },
    });
    return rows.map(({ municipalityId: _town, number: _number, ...act }) => act);
  }
}
