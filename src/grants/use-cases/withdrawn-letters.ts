import { Injectable } from '@nestjs/common';
import { nextState } from '../../kernel/machine.js';
import { CaseList } from '../../cases/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { grantMachine } from '../domain/grant.js';
import { GrantStore } from '../store/grant.store.js';

/** When a decision letter was made void (欠番), the decision waits for a new one. */
@Injectable()
export class WithdrawnLetters {
  constructor(
    private readonly store: GrantStore,
    private readonly cases: CaseList,
  ) {}

  /** Does nothing when the letter is none of a decision, or the decision has another by now, or was taken back. */
  async reopen(tx: Transaction, letterId: string): Promise<void> {
    const grant = await this.store.ofLetter(tx, letterId);
    if (!grant || grant.state === 'withdrawn') return;
    const state = nextState(grantMachine, 'grants.not-to-be-issued', grant.state, 'withdraw-letter');
    await this.store.change(tx, grant.id, { state, issuedOn: null, letterId: null, letterNumber: null });
    await this.cases.move(tx, grant.applicationId, { phase: 'decided', waitingFor: 'promotion' });
    tx.audit({
      action: 'grant.letter-withdrawn',
      subjectKind: 'grant',
      subjectId: grant.id,
      organizationId: grant.organizationId,
      detail: { letterId },
    });
    tx.announce({ type: 'GrantLetterVoided', subjectId: grant.id, organizationId: grant.organizationId });
  }
}
