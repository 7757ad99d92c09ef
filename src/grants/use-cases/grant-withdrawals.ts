import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatEra } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { DecisionPort, type DecisionOfApplications, type DecisionStanding } from '../../applications/index.js';
import { BudgetLedger } from '../../budgets/index.js';
import { VoidLetter } from '../../notices/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Programs } from '../../programs/index.js';
import { grantMachine, type Grant } from '../domain/grant.js';
import { lastWithdrawalDay } from '../domain/withdrawal-days.js';
import { GrantStore } from '../store/grant.store.js';
import { grantCause } from './grant-decision-subject.js';
import { PaymentPort } from './payment-port.js';

const WITHDRAWN_BEFORE = '施行日より前に申請が取り下げられたため';

/** What a withdrawn application means for its decision: the commitment is reversed and the claim is void. */
@Injectable()
export class GrantWithdrawals implements DecisionOfApplications, OnModuleInit {
  constructor(
    private readonly decisions: DecisionPort,
    private readonly payments: PaymentPort,
    private readonly store: GrantStore,
    private readonly programs: Programs,
    private readonly ledger: BudgetLedger,
    private readonly voidLetter: VoidLetter,
  ) {}

  onModuleInit(): void {
    this.decisions.register(this);
  }

  async lock(tx: Transaction, applicationId: string): Promise<void> {
    const grant = await this.store.ofApplication(tx, applicationId);
    if (grant) await this.store.lock(tx, [grant.id]);
  }

  async standing(tx: Transaction, applicationId: string): Promise<DecisionStanding> {
    const grant = await this.store.ofApplication(tx, applicationId);
    if (!grant || grant.state === 'withdrawn') return { kind: 'none' };
    if (grant.state === 'proposed') return { kind: 'in-draft' };
    // Nothing is committed or claimed: there is nothing to take back.
    if (grant.outcome === 'refused') return { kind: 'refused', code: 'grants.withdrawal-of-refusal', params: {} };
    if (await this.payments.get().isOrdered(tx, grant.id)) {
      return { kind: 'refused', code: 'grants.withdrawal-after-order', params: {} };
    }
    // Before the letter goes out nobody relies on the decision: the days have not begun.
    if (grant.issuedOn === null || grant.state === 'scheduled')
      return { kind: 'decided', amount: grant.amount, until: null };
    const { document } = await this.programs.version(tx, grant.programVersionId);
    const until = lastWithdrawalDay(grant.issuedOn, document.withdrawalDays);
    if (until === null) return { kind: 'refused', code: 'grants.withdrawal-not-allowed', params: {} };
    if (tx.today > until) {
      return { kind: 'refused', code: 'grants.withdrawal-days-over', params: { until: formatEra(until) } };
    }
    return { kind: 'decided', amount: grant.amount, until };
  }

  async refusedOf(tx: Transaction, applicationIds: readonly string[]): Promise<ReadonlySet<string>> {
    const grants = await this.store.ofApplications(tx, applicationIds);
    return new Set(
      grants
        .filter(({ outcome, state }) => outcome === 'refused' && state !== 'proposed')
        .map(({ applicationId }) => applicationId),
    );
  }

  async takeBack(tx: Transaction, applicationId: string): Promise<void> {
    const grant = await this.store.ofApplication(tx, applicationId);
    if (!grant) throw new Error(`nothing is decided on ${applicationId}`);
    const state = nextState(grantMachine, 'grants.not-to-be-withdrawn', grant.state, 'withdraw');
    await this.payments.get().dropClaim(tx, grant.id);
    await this.ledger.reverseCommitment(tx, grantCause(grant.id));
    await this.store.change(tx, grant.id, { state, withdrawnOn: tx.today });
    if (grant.state === 'scheduled') await this.stopLetter(tx, grant);
    this.tell(tx, grant);
  }

  /** A letter whose day has not come must not go out any more; its number stays as 欠番. */
  private async stopLetter(tx: Transaction, { id, letterId }: Grant): Promise<void> {
    if (letterId === null) throw new Error(`the decision ${id} has no letter`);
    await this.store.change(tx, id, { letterId: null, letterNumber: null, issuedOn: null });
    await this.voidLetter.within(tx, { letterId, reason: WITHDRAWN_BEFORE });
  }

  private tell(
    tx: Transaction,
    { id: subjectId, organizationId, applicationId, commitmentNumber, amount }: Grant,
  ): void {
    const detail = { commitmentNumber, amount: amount.toString() };
    tx.audit({ action: 'grant.withdrawn', subjectKind: 'grant', subjectId, organizationId, detail });
    tx.announce({ type: 'GrantWithdrawn', subjectId, organizationId, data: { applicationId } });
  }
}
