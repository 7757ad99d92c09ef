import { Injectable } from '@nestjs/common';
import { CaseList } from '../../cases/index.js';
import { nextState } from '../../kernel/machine.js';
import type { Transaction } from '../../platform/database/index.js';
import { grantMachine, type Grant } from '../domain/grant.js';
import { GrantStore } from '../store/grant.store.js';

/** What happens on 施行日 itself, whether the letter was numbered on that day or some days before. */
@Injectable()
export class IssueOnTheDay {
  constructor(
    private readonly store: GrantStore,
    private readonly cases: CaseList,
  ) {}

  /** Every scheduled letter whose day has come; after a downtime also those of the days that passed. */
  async issueDue(tx: Transaction): Promise<void> {
    const due = await this.store.dueForIssue(tx, tx.today);
    for (const grant of due) {
      const state = nextState(grantMachine, 'grants.not-to-be-issued', grant.state, 'issue');
      await this.store.change(tx, grant.id, { state });
      await this.issued(tx, grant, grant.letterId);
    }
  }

  /** The decision is out: nobody's turn until a claim is prepared. Announces which of the two it was. */
  async issued(tx: Transaction, grant: Grant, letterId: string | null): Promise<void> {
    const { id: subjectId, organizationId, applicationId } = grant;
    if (letterId === null) throw new Error(`the decision ${subjectId} has no letter`);
    const refused = grant.outcome === 'refused';
    await this.cases.move(tx, applicationId, { phase: refused ? 'refused' : 'issued', waitingFor: 'nobody' });
    tx.audit({ action: 'grant.letter-issued', subjectKind: 'grant', subjectId, organizationId, detail: { letterId } });
    const type = refused ? 'RefusalIssued' : 'GrantLetterIssued';
    tx.announce({ type, subjectId, organizationId, data: { applicationId, letterId } });
  }
}
