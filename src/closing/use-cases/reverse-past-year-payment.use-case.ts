import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { BudgetLedger } from '../../budgets/index.js';
import { CaseList } from '../../cases/index.js';
import { GrantDirectory } from '../../grants/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { Yen } from '../../kernel/yen.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { FollowPayments } from '../../repayments/index.js';
import { LONGEST_BASIS } from '../domain/arrears.js';
import { LATER_PAYMENT } from './answer-later-payment.use-case.js';
import { PastYearPaymentStore } from '../store/past-year-payment.store.js';

export interface ReversePastYearPaymentCommand {
  readonly grantId: string;
  readonly paymentId: string;
  readonly reason: string;
}

/**
 * A payment of a later year that was written down by mistake is taken back by a record below zero: what the grant still gives
 * is open again. By the treasury, who had confirmed it; the section has to ask anew. Fault at `reason`; throws not-found,
 * `closing.past-year-reversed`.
 */
@Injectable()
export class ReversePastYearPayment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: GrantDirectory,
    private readonly payments: PastYearPaymentStore,
    private readonly ledger: BudgetLedger,
    private readonly cases: CaseList,
    private readonly follow: FollowPayments,
  ) {}

  execute(actor: Actor, { grantId, paymentId, reason: typed }: ReversePastYearPaymentCommand): Promise<void> {
    requireDuty(actor, 'treasury-check', 'treasury-decide');
    const reason = typed.trim();
    if (reason === '' || reason.length > LONGEST_BASIS)
      refuseWhenFaulty([
        { pointer: 'reason', code: 'closing.past-year-reversal-reason-missing', params: { most: LONGEST_BASIS } },
      ]);
    return this.unitOfWork.run(actor, async (tx) => {
      const grant = await this.grants.getForUpdate(tx, grantId);
      const payments = await this.payments.ofGrant(tx, grantId);
      const payment = payments.find(({ id, reversesId }) => id === paymentId && reversesId === null);
      if (!payment) throw DomainError.notFound();
      if (payments.some(({ reversesId }) => reversesId === paymentId))
        throw new DomainError('closing.past-year-reversed', 'conflict');
      const { paidOn, ground, basis, orderId } = payment;
      const amount = -payment.amount as Yen;
      if (ground !== 'past-year') {
        const order = { kind: LATER_PAYMENT, id: paymentId };
        await this.ledger.unpay(tx, order, reason, paidOn);
        await this.ledger.cancelOrder(tx, order);
      }
      await this.payments.add(tx, {
        ...{ id: randomUUID(), grantId, orderId, amount, paidOn, ground, basis, reversesId: paymentId, reason },
      });
      const item = grant.revokedOn === null ? await this.cases.find(tx, grant.applicationId) : null;
      const phase = grant.determinedOn !== null ? 'determined' : item?.phase;
      if (phase) await this.cases.move(tx, grant.applicationId, { phase, waitingFor: 'promotion', dueOn: null });
      await this.follow.ofGrant(tx, grantId);
      tx.announce({ type: 'LaterPaymentsChanged', subjectId: grantId });
      tx.audit({
        ...{ action: 'grant.later-payment-reversed', subjectKind: 'grant', subjectId: grantId },
        ...{ organizationId: grant.organizationId, detail: { paymentId, amount: String(payment.amount), paidOn } },
      });
    });
  }
}
