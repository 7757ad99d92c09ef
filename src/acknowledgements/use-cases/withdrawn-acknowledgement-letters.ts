import { Injectable } from '@nestjs/common';
import { nextState } from '../../kernel/machine.js';
import type { Transaction } from '../../platform/database/index.js';
import { acknowledgementMachine } from '../domain/acknowledgement.js';
import { AcknowledgementStore } from '../store/acknowledgement.store.js';

/** When the letter of an answer was made void (欠番), the answer waits for a new one; what was decided stays. */
@Injectable()
export class WithdrawnAcknowledgementLetters {
  constructor(private readonly store: AcknowledgementStore) {}

  /** Does nothing when the letter answers nothing that was told, or the answer has another by now. */
  async reopen(tx: Transaction, letterId: string): Promise<void> {
    const acknowledgement = await this.store.ofLetter(tx, letterId);
    if (!acknowledgement) return;
    const { kind, recordId, organizationId } = acknowledgement;
    const { state: now } = acknowledgement;
    const state = nextState(acknowledgementMachine, 'acknowledgements.not-to-be-issued', now, 'withdraw-letter');
    await this.store.change(tx, acknowledgement, { state, issuedOn: null, letterId: null, letterNumber: null });
    const subject = { subjectKind: kind, subjectId: recordId, organizationId };
    tx.audit({ action: 'acknowledgement.letter-withdrawn', ...subject, detail: { letterId } });
  }
}
