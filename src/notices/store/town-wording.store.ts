import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { Medium } from '../domain/medium.js';
import { TownWordingRow } from './town-wording-row.js';

@Injectable()
export class TownWordingStore {
  /** null where the town says what the house says. */
  async find(tx: Transaction, medium: Medium, kind: string): Promise<string | null> {
    return (await tx.manager.findOneBy(TownWordingRow, { medium, kind }))?.text ?? null;
  }

  async all(tx: Transaction, medium: Medium): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.manager.findBy(TownWordingRow, { medium });
    return new Map(rows.map(({ kind, text }) => [kind, text]));
  }

  async save(tx: Transaction, medium: Medium, kind: string, text: string): Promise<void> {
    const { municipalityId } = tx;
    await tx.manager.upsert(TownWordingRow, { municipalityId, medium, kind, text }, [
      'municipalityId',
      'medium',
      'kind',
    ]);
  }

  async remove(tx: Transaction, medium: Medium, kind: string): Promise<void> {
    await tx.manager.delete(TownWordingRow, { medium, kind });
  }
}
