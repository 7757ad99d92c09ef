import { Injectable } from '@nestjs/common';
import { nextState } from '../../kernel/machine.js';
import type { Transaction } from '../../platform/database/index.js';
import { determinationMachine } from '../domain/determination.js';
import { DeterminationStore } from '../store/determination.store.js';
import { DETERMINATION } from './determination-subject.js';

/** When 額の確定通知書 was made void (欠番), the determination waits for a new one. */
@Injectable()
export class WithdrawnDeterminationLetters {
  constructor(private readonly store: DeterminationStore) {}

  /** Does nothing when the letter is none of a determination, or it has another by now. */
  async reopen(tx: Transaction, letterId: string): Promise<void> {
    const determination = await this.store.ofLetter(tx, letterId);
    if (!determination) return;
    const { id: subjectId, grantId, organizationId } = determination;
    const state = nextState(determinationMachine, 'reports.not-to-be-issued', determination.state, 'withdraw-letter');
    await this.store.change(tx, subjectId, { state, issuedOn: null, letterId: null, letterNumber: null });
    tx.audit({
      ...{ action: 'determination.letter-withdrawn', subjectKind: DETERMINATION, subjectId, organizationId },
      detail: { letterId },
    });
    tx.announce({ type: 'DeterminationLetterVoided', subjectId: grantId, organizationId });
  }
}
