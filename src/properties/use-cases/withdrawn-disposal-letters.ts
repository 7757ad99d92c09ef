import { Injectable } from '@nestjs/common';
import { nextState } from '../../kernel/machine.js';
import type { Transaction } from '../../platform/database/index.js';
import { disposalMachine } from '../domain/disposal.js';
import { PropertyDisposalStore } from '../store/property-disposal.store.js';
import { PropertyItemStore } from '../store/property-item.store.js';
import { PROPERTY_DISPOSAL } from './disposal-subject.js';

/** When the letter of an answer was made void (欠番), the item is held again and the answer waits for a new letter. */
@Injectable()
export class WithdrawnDisposalLetters {
  constructor(
    private readonly disposals: PropertyDisposalStore,
    private readonly items: PropertyItemStore,
  ) {}

  /** Does nothing when the letter is none of a disposal, or it has another by now. */
  async reopen(tx: Transaction, letterId: string): Promise<void> {
    const disposal = await this.disposals.ofLetter(tx, letterId);
    if (!disposal) return;
    const { id: subjectId, organizationId, itemId } = disposal;
    const state = nextState(disposalMachine, 'properties.not-to-be-issued', disposal.state, 'withdraw-letter');
    await this.disposals.change(tx, disposal, { state, issuedOn: null, letterId: null, letterNumber: null });
    await this.items.put(tx, itemId, 'held');
    const detail = { letterId };
    tx.audit({
      ...{ action: 'disposal.letter-withdrawn', subjectKind: PROPERTY_DISPOSAL, subjectId, organizationId, detail },
    });
  }
}
