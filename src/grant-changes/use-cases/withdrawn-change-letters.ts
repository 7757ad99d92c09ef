import { Injectable } from '@nestjs/common';
import { nextState } from '../../kernel/machine.js';
import type { Transaction } from '../../platform/database/index.js';
import { changeMachine } from '../domain/grant-change.js';
import { GrantChangeStore } from '../store/grant-change.store.js';

/** When the letter of a change was made void (欠番), the change waits for a new one. */
@Injectable()
export class WithdrawnChangeLetters {
  constructor(private readonly store: GrantChangeStore) {}

  /** Does nothing when the letter is none of a change, or the change has another by now. */
  async reopen(tx: Transaction, letterId: string): Promise<void> {
    const change = await this.store.ofLetter(tx, letterId);
    if (!change) return;
    const state = nextState(changeMachine, 'grant-changes.not-to-be-issued', change.state, 'withdraw-letter');
    await this.store.change(tx, change, { state, issuedOn: null, letterId: null, letterNumber: null });
    await this.store.note(tx, change.id, 'reopened');
    const { id: subjectId, grantId, organizationId } = change;
    tx.audit({
      ...{ action: 'grant-change.letter-withdrawn', subjectKind: 'grant-change', subjectId },
      ...{ organizationId, detail: { letterId } },
    });
    tx.announce({ type: 'ChangeLetterVoided', subjectId: grantId, organizationId, data: { changeId: change.id } });
  }
}
