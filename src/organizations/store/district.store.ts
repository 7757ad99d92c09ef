import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../platform/database/index.js';
import { DistrictRow } from './district-row.js';

export interface District {
  readonly id: string;
  readonly name: string;
  /** What the town says of it; blank where it says nothing. */
  readonly about: string;
}

export interface DescribedDistrict extends District {
  readonly version: number;
  /** Who wrote last; blank while nobody has. */
  readonly writtenBy: string;
}

@Injectable()
export class DistrictStore {
  /** In the order in which the town lists them. */
  list(tx: Transaction): Promise<DescribedDistrict[]> {
    return tx.manager.find(DistrictRow, { order: { position: 'ASC' } });
  }

  async insert(tx: Transaction, { name, about }: Omit<District, 'id'>): Promise<string> {
    const id = randomUUID();
    const position = await tx.manager.count(DistrictRow);
    const writtenBy = about === '' ? '' : tx.actor.name;
    await tx.manager.insert(DistrictRow, {
      ...{ municipalityId: tx.municipalityId, id, name, position, about, writtenBy, version: 1 },
    });
    return id;
  }

  /** False where somebody wrote since this version. */
  async describe(tx: Transaction, { id, version, about }: Pick<DescribedDistrict, 'id' | 'version' | 'about'>) {
    const { affected } = await tx.manager.update(
      DistrictRow,
      { municipalityId: tx.municipalityId, id, version },
      { about, version: version + 1, writtenBy: tx.actor.name },
    );
    return affected === 1;
  }
}
