import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { applicationMachine } from '../domain/application.js';
import { requireApplicant, requireWriter } from '../domain/paper.js';
import { withdrawalFaults } from '../domain/withdrawal.js';
import { ApplicationStore } from '../store/application.store.js';
import { DecisionPort } from './decision-port.js';
import { Withdrawals } from './withdrawals.js';

export interface WithdrawApplicationCommand {
  readonly applicationId: string;
  readonly reason: string;
}

/**
 * 取下げ. Before the decision is drafted the application ends at once; while a draft runs the wish is recorded, stops the
 * draft and waits for staff; a decision is taken back with its commitment, as long as the programme allows. Fault at
 * `reason`.
 */
@Injectable()
export class WithdrawApplication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applications: ApplicationStore,
    private readonly decision: DecisionPort,
    private readonly withdrawals: Withdrawals,
  ) {}

  /** `asked`: the wish waits for staff. A second click finds the first one's result. */
  execute(actor: Actor, command: WithdrawApplicationCommand): Promise<'withdrawn' | 'asked'> {
    requireApplicant(actor);
    return this.unitOfWork.run(actor, (tx) => this.withdraw(tx, command));
  }

  private async withdraw(tx: Transaction, command: WithdrawApplicationCommand): Promise<'withdrawn' | 'asked'> {
    const { applicationId } = command;
    const reason = command.reason.trim();
    const application = await this.applications.getForUpdate(tx, applicationId);
    requireWriter(tx.actor, application);
    // What was sent is the organisation's own to withdraw, also where staff entered it.
    if (tx.actor.kind !== 'officer' && application.round > 0) throw DomainError.forbidden();
    if (application.withdrawal) return application.state === 'withdrawn' ? 'withdrawn' : 'asked';
    await this.decision.get().lock(tx, applicationId);
    const standing = await this.decision.get().standing(tx, applicationId);
    if (standing.kind === 'refused') throw new DomainError(standing.code, 'conflict', standing.params);
    const action = standing.kind === 'in-draft' ? 'ask-withdrawal' : 'withdraw';
    nextState(applicationMachine, 'applications.not-withdrawable', application.state, action);
    refuseWhenFaulty(withdrawalFaults(application.round, reason));
    const withdrawal = { askedAt: tx.now, askedBy: tx.actor.name, reason };
    if (standing.kind === 'in-draft') {
      await this.withdrawals.ask(tx, application, withdrawal);
      return 'asked';
    }
    if (standing.kind === 'decided') await this.decision.get().takeBack(tx, applicationId);
    await this.withdrawals.end(tx, application, withdrawal);
    return 'withdrawn';
  }
}
