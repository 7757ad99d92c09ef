import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { BudgetLedger } from '../../budgets/index.js';
import { CaseList } from '../../cases/index.js';
import { GrantDirectory, type GrantView } from '../../grants/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { Yen } from '../../kernel/yen.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { FollowPayments } from '../../repayments/index.js';
import { laterConfirmationFaults, LONGEST_BASIS, type TypedLaterConfirmation } from '../domain/arrears.js';
import { CarryStore } from '../store/carry.store.js';
import { LaterPaymentOrderStore, type LaterPaymentOrder } from '../store/later-payment-order.store.js';
import { PastYearPaymentStore } from '../store/past-year-payment.store.js';
import { Arrears } from './arrears.js';
import { CARRIED_GRANT } from './carry-over.use-case.js';

/** Under which a payment of what was carried over is posted. */
export const LATER_PAYMENT = 'later-payment';

export interface ConfirmLaterPaymentCommand extends TypedLaterConfirmation {
  readonly orderId: string;
}

/**
 * The treasury answers what the section asked to have paid from a later year: it confirms the day and the slip of the accounting,
 * or sends it back. Never the person who asked.
 */
@Injectable()
export class AnswerLaterPayment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: GrantDirectory,
    private readonly arrears: Arrears,
    private readonly orders: LaterPaymentOrderStore,
    private readonly payments: PastYearPaymentStore,
    private readonly carries: CarryStore,
    private readonly ledger: BudgetLedger,
    private readonly cases: CaseList,
    private readonly follow: FollowPayments,
  ) {}

  /**
   * Faults at `paidOn`, `slipNumber`; throws `closing.later-order-answered`, `closing.later-order-own`, and
   * `closing.later-order-over` where less is owed by now. The same again is once.
   */
  confirm(actor: Actor, { orderId, ...typed }: ConfirmLaterPaymentCommand): Promise<void> {
    requireDuty(actor, 'treasury-check', 'treasury-decide');
    const slipNumber = typed.slipNumber.trim();
    return this.unitOfWork.run(actor, async (tx) => {
      const { grant, order } = await this.lock(tx, orderId);
      if (order.state === 'paid' && order.answer === slipNumber) return;
      refuseAnswered(tx, order);
      const { grantId, amount, ground, basis } = order;
      const { paidOn } = typed;
      refuseWhenFaulty(
        laterConfirmationFaults({ paidOn, slipNumber }, { ground, year: grant.fiscalYear, today: tx.today }),
      );
      const arrears = await this.arrears.ofGrant(tx, grant);
      if (amount > arrears) throw new DomainError('closing.later-order-over', 'conflict', { most: arrears });
      await this.orders.answer(tx, order, 'paid', slipNumber);
      const id = randomUUID();
      if (ground !== 'past-year') await this.payCarried(tx, grant, { id, amount, paidOn });
      await this.payments.add(tx, {
        ...{ id, grantId, orderId, amount, paidOn, ground, reversesId: null, reason: '' },
        basis: `${basis}　伝票番号 ${slipNumber}`,
      });
      await this.moveCase(tx, grant, amount === arrears);
      await this.follow.ofGrant(tx, grantId);
      tx.audit({
        ...{ action: 'grant.paid-from-later-year', subjectKind: 'grant', subjectId: grantId },
        ...{ organizationId: grant.organizationId, detail: { amount: String(amount), paidOn, ground } },
      });
      tx.announce({ type: 'LaterPaymentsChanged', subjectId: grantId });
    });
  }

  /** On the line of the next year, where its commitment goes on. */
  private async payCarried(
    tx: Transaction,
    grant: GrantView,
    { id, amount, paidOn }: { id: string; amount: Yen; paidOn: LocalDate },
  ): Promise<void> {
    const carry = await this.carries.doneOf(tx, grant.id);
    if (!carry) throw new DomainError('closing.carry-missing', 'conflict');
    const order = { kind: LATER_PAYMENT, id };
    await this.ledger.order(tx, { kind: CARRIED_GRANT, id: carry.id }, order, amount);
    await this.ledger.pay(tx, order, paidOn);
  }

  /** Fault at `returnReason`. */
  sendBack(actor: Actor, { orderId, reason: typed }: { orderId: string; reason: string }): Promise<void> {
    requireDuty(actor, 'treasury-check', 'treasury-decide');
    const reason = typed.trim();
    refuseWhenFaulty(
      reason === '' || reason.length > LONGEST_BASIS
        ? [{ pointer: 'returnReason', code: 'closing.later-order-reason-missing', params: { most: LONGEST_BASIS } }]
        : [],
    );
    return this.unitOfWork.run(actor, async (tx) => {
      const { grant, order } = await this.lock(tx, orderId);
      refuseAnswered(tx, order);
      await this.orders.answer(tx, order, 'returned', reason);
      const item = await this.cases.find(tx, grant.applicationId);
      if (item) await this.cases.move(tx, grant.applicationId, { phase: item.phase, waitingFor: 'promotion' });
      tx.audit({
        ...{ action: 'grant.later-payment-returned', subjectKind: 'grant', subjectId: grant.id },
        ...{ organizationId: grant.organizationId, detail: { amount: String(order.amount) } },
      });
    });
  }

  private async lock(
    tx: Transaction,
    orderId: string,
  ): Promise<{ readonly grant: GrantView; readonly order: LaterPaymentOrder }> {
    const { grantId } = await this.orders.get(tx, orderId);
    const grant = await this.grants.getForUpdate(tx, grantId);
    return { grant, order: await this.orders.get(tx, orderId) };
  }

  /** Paid in full, a determined grant is at its end; another goes on to its report. */
  private async moveCase(tx: Transaction, { applicationId, determinedOn }: GrantView, whole: boolean): Promise<void> {
    const item = await this.cases.find(tx, applicationId);
    if (!item) return;
    if (!whole) return this.cases.move(tx, applicationId, { phase: item.phase, waitingFor: 'promotion' });
    const phase = determinedOn === null ? 'paid' : 'settled';
    await this.cases.move(tx, applicationId, { phase, waitingFor: 'nobody', dueOn: null });
  }
}

function refuseAnswered({ actor }: Transaction, { state, orderedBy }: LaterPaymentOrder): void {
  if (state !== 'ordered') throw new DomainError('closing.later-order-answered', 'conflict');
  if (actor.kind === 'staff' && actor.staffId === orderedBy)
    throw new DomainError('closing.later-order-own', 'conflict');
}
