import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { IsNull } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Material } from '../domain/meeting.js';
import { PanelMaterialRow } from './panel-material-row.js';

/** Papers that staff put on the table of a meeting; what is taken off stays kept. */
@Injectable()
export class MaterialStore {
  /** In the order in which they were added. */
  async of(tx: Transaction, meetingId: string): Promise<Material[]> {
    const rows = await tx.manager.find(PanelMaterialRow, {
      where: { meetingId, removedAt: IsNull() },
      order: { addedAt: 'ASC', id: 'ASC' },
    });
    return rows.map(toMaterial);
  }

  /** Throws not-found; what was taken off is no paper any more. */
  async get(tx: Transaction, id: string): Promise<Material> {
    const row = await tx.manager.findOneBy(PanelMaterialRow, { id, removedAt: IsNull() });
    if (!row) throw DomainError.notFound();
    return toMaterial(row);
  }

  async add(tx: Transaction, material: Omit<Material, 'id' | 'addedAt' | 'addedBy'>): Promise<void> {
    const added = { addedAt: tx.now, addedBy: tx.actor.name, removedAt: null };
    await tx.manager.insert(PanelMaterialRow, {
      ...{ ...material, ...added, id: randomUUID(), municipalityId: tx.municipalityId },
    });
  }

  async takeOff(tx: Transaction, id: string): Promise<void> {
    await tx.manager.update(PanelMaterialRow, { id }, { removedAt: tx.now });
  }
}

const toMaterial = ({ municipalityId: _town, removedAt: _removed, ...material }: PanelMaterialRow): Material =>
  material;
