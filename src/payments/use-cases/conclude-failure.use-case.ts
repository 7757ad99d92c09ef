import { Injectable } from '@nestjs/common';
import { BudgetLedger } from '../../budgets/index.js';
import { CaseList } from '../../cases/index.js';
import { GrantDirectory, LaterPaymentsPort } from '../../grants/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { fiscalYearOf } from '../../kernel/fiscal-year.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { tidy } from '../domain/claim.js';
import type { PaymentOrder } from '../domain/payment-order.js';
import { revenueYearOf } from '../domain/transfer-failure.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';
import { TransferFailureStore } from '../store/transfer-failure.store.js';
import { PaidAmounts } from './paid-amounts.js';

export interface ConcludeFailureCommand {
  readonly failureId: string;
  /** 歳入の科目 and 調定 or 収入 number under which the money was taken in. */
  readonly conclusion: string;
}

const LONGEST_CONCLUSION = 500;

/**
 * The money of a transfer that came back after the year had closed is taken in as revenue of the present year (施行令160条): the
 * books of the closed year stay. What the grant still gives waits for its payment from a later year (施行令165条の8), so the case
 * stays a task of the section. Fault at `conclusion`; throws `payments.money-not-back` before the money is there.
 */
@Injectable()
export class ConcludeFailure {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: PaymentOrderStore,
    private readonly failures: TransferFailureStore,
    private readonly ledger: BudgetLedger,
    private readonly grants: GrantDirectory,
    private readonly paid: PaidAmounts,
    private readonly later: LaterPaymentsPort,
    private readonly cases: CaseList,
  ) {}

  execute(actor: Actor, command: ConcludeFailureCommand): Promise<void> {
    requireDuty(actor, 'treasury-decide');
    const conclusion = tidy(command.conclusion);
    refuseWhenFaulty(
      conclusion === '' || conclusion.length > LONGEST_CONCLUSION
        ? [{ pointer: 'conclusion', code: 'payments.conclusion-missing', params: { most: LONGEST_CONCLUSION } }]
        : [],
    );
    return this.unitOfWork.run(actor, async (tx) => {
      const { orderId } = await this.failures.find(tx, command.failureId);
      const order = await this.orders.lockOne(tx, orderId);
      const failure = await this.failures.find(tx, command.failureId);
      if (failure.state === 'concluded' && failure.conclusion === conclusion) return;
      if (failure.state !== 'after-closing') throw new DomainError('payments.failure-solved', 'conflict');
      const { returnedOn } = failure;
      if (returnedOn === null)
        throw new DomainError('payments.money-not-back', 'conflict', { organization: order.organizationName });
      const closed = (await this.ledger.closingOf(tx, fiscalYearOf(returnedOn))) !== null;
      const revenueYear = revenueYearOf(order.fiscalYear, returnedOn, { today: tx.today, closed });
      await this.failures.change(tx, failure, { state: 'concluded', conclusion, revenueYear });
      await this.handOver(tx, order);
      const { organizationId, amount } = order;
      tx.audit({
        ...{ action: 'transfer-failure.concluded', subjectKind: 'payment-order', subjectId: orderId, organizationId },
        detail: { amount: String(amount), revenueYear, returnedOn },
      });
    });
  }

  /** The section has it paid from a later year; where nothing is given any more, nobody waits. */
  private async handOver(tx: Transaction, { grantId, applicationId }: PaymentOrder): Promise<void> {
    const { amountInForce, revokedOn } = await this.grants.get(tx, grantId);
    const { ordered } = await this.paid.of(tx, grantId);
    const rest = revokedOn === null ? amountInForce - ordered - (await this.later.sumOf(tx, grantId)) : 0n;
    await this.cases.move(
      tx,
      applicationId,
      rest > 0n
        ? { phase: 'transfer-failed', waitingFor: 'promotion', dueOn: null }
        : { phase: 'settled', waitingFor: 'nobody', dueOn: null },
    );
  }
}
