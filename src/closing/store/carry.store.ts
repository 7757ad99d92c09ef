import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { CarryRow } from './carry-row.js';
import { LineMoveStore, type Kept } from './line-move.store.js';

export type Carry = Kept<CarryRow>;

@Injectable()
export class CarryStore extends LineMoveStore<CarryRow> {
  protected readonly rows = CarryRow;

  /** The one that is posted; null where none is. */
  async doneOf(tx: Transaction, grantId: string): Promise<Carry | null> {
    return (await this.ofGrant(tx, grantId)).find(({ state }) => state === 'done') ?? null;
  }
}
