import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../platform/database/index.js';
import { DistrictRow } from './district-row.js';

export interface District {
  readonly id: string;
  readonly name: string;
}

@Injectable()
export class DistrictStore {
  /** In the order in which the town lists them. */
  list(tx: Transaction): Promise<District[]> {
    return tx.manager.find(DistrictRow, { order: { position: 'ASC' } });
  }

  async insert(tx: Transaction, name: string): Promise<string> {
    const id = randomUUID();
    const position = await tx.manager.count(DistrictRow);
    await tx.manager.insert(DistrictRow, { municipalityId: tx.municipalityId, id, name, position });
    return id;
  }
}
