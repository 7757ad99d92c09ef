import { Injectable } from '@nestjs/common';
import { nextState } from '../../kernel/machine.js';
import { CaseList } from '../../cases/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { applicationMachine, type Application } from '../domain/application.js';
import type { DecisionStanding, Withdrawal } from '../domain/withdrawal.js';
import { ApplicationStore } from '../store/application.store.js';
import { DecisionPort } from './decision-port.js';

/** What a withdrawal does to the application itself. */
@Injectable()
export class Withdrawals {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly decision: DecisionPort,
    private readonly cases: CaseList,
  ) {}

  /** What a withdrawal would meet today, for the page that asks once more. */
  async outlook(tx: Transaction, applicationId: string): Promise<DecisionStanding> {
    const { id } = await this.applications.get(tx, applicationId);
    return this.decision.get().standing(tx, id);
  }

  /** The wish stands; staff see it in their list and act on the draft. The caller holds the application. */
  async ask(tx: Transaction, application: Application, withdrawal: Withdrawal): Promise<void> {
    const { id: subjectId, organizationId } = application;
    await this.applications.change(tx, application, { withdrawal });
    await this.cases.move(tx, subjectId, { phase: 'withdrawal-asked', waitingFor: 'promotion', dueOn: null });
    tx.audit({ action: 'application.withdrawal-asked', subjectKind: 'application', subjectId, organizationId });
  }

  /** The draft of the decision is gone: a wish that waited for it is carried out. Says whether there was one. */
  async carryOut(tx: Transaction, applicationId: string): Promise<boolean> {
    const application = await this.applications.getForUpdate(tx, applicationId);
    if (!application.withdrawal) return false;
    await this.end(tx, application, application.withdrawal);
    return true;
  }

  /** Everything stays on record, and another application may begin. The caller holds the application. */
  async end(tx: Transaction, application: Application, withdrawal: Withdrawal): Promise<void> {
    const { id: subjectId, organizationId } = application;
    const state = nextState(applicationMachine, 'applications.not-withdrawable', application.state, 'withdraw');
    await this.applications.change(tx, application, { state, withdrawal });
    await this.cases.move(tx, subjectId, { phase: 'withdrawn', waitingFor: 'nobody', dueOn: null });
    tx.audit({ action: 'application.withdrawn', subjectKind: 'application', subjectId, organizationId });
    tx.announce({ type: 'ApplicationWithdrawn', subjectId, organizationId });
  }
}
