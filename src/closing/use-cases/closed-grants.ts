import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { LapsedCommitmentStore, type LapsedOfGrant } from '../store/lapsed-commitment.store.js';

/** What the closing of its year meant for one grant. */
@Injectable()
export class ClosedGrants {
  constructor(private readonly lapsed: LapsedCommitmentStore) {}

  /** null where its year is open, or all of it had been ordered. */
  lapsedOf(tx: Transaction, grantId: string): Promise<LapsedOfGrant | null> {
    return this.lapsed.ofGrant(tx, grantId);
  }
}
