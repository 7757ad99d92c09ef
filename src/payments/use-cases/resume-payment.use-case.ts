import { Injectable } from '@nestjs/common';
import { CaseList } from '../../cases/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { formatEra } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { lastPaymentDayOf } from '../../platform/calendar/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { tidy } from '../domain/claim.js';
import { ORDER_MACHINE, type PaymentOrder } from '../domain/payment-order.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';
import { TransferFailureStore } from '../store/transfer-failure.store.js';
import { OrderingHands } from './ordering-hands.js';
import { Payees } from './payees.js';
import { entryFor } from './payment-order-subject.js';

export interface ResumePaymentCommand {
  readonly orderId: string;
  /** What was mended or asked, read by whoever checks and decides next. */
  readonly remark: string;
}

const LONGEST_REMARK = 500;

/**
 * A payment that failed goes on under its order, to the account of the same payee as it stands now: it is checked, decided
 * and collected once more. Refused with the reason while the account is being mended, before the money is back, and when
 * the year's last payment day is over. Fault at `remark`.
 */
@Injectable()
export class ResumePayment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: PaymentOrderStore,
    private readonly failures: TransferFailureStore,
    private readonly payees: Payees,
    private readonly hands: OrderingHands,
    private readonly cases: CaseList,
  ) {}

  execute(actor: Actor, command: ResumePaymentCommand): Promise<void> {
    requireDuty(actor, 'treasury-check', 'treasury-decide');
    const remark = tidy(command.remark);
    refuseWhenFaulty(remarkFaults(remark));
    return this.unitOfWork.run(actor, (tx) => this.resume(tx, command.orderId, remark));
  }

  private async resume(tx: Transaction, orderId: string, remark: string): Promise<void> {
    const order = await this.orders.lockOne(tx, orderId);
    await this.hands.refuse(tx, [order], 'treasury-check', 'treasury-decide');
    const state = nextState(ORDER_MACHINE, 'payments.order-state', order.state, 'resume');
    const failure = await this.failures.openOf(tx, orderId);
    if (!failure) throw new DomainError('payments.failure-solved', 'conflict');
    if (failure.paidOn !== null && failure.returnedOn === null) {
      throw new DomainError('payments.money-not-back', 'conflict', { organization: order.organizationName });
    }
    refuseAfterLastDay(order, tx);
    const payee = await this.payees.freeze(tx, order);
    // Another receiver is another payee: the order is returned, and a new one follows.
    if (payee.delegate !== order.payee.delegate) {
      throw new DomainError('payments.payee-changed', 'conflict', { organization: order.organizationName });
    }
    await this.failures.change(tx, failure, { state: 'resumed' });
    await this.orders.act(tx, order, 'resumed', { state, payee, checkPassed: null }, { reason: remark });
    await this.cases.move(tx, order.applicationId, { phase: 'treasury', waitingFor: 'treasury' });
    tx.audit(entryFor('payment-order.resumed', order));
  }
}

function remarkFaults(remark: string): Fault[] {
  if (remark === '') return [{ pointer: 'remark', code: 'payments.resume-remark-missing' }];
  return remark.length > LONGEST_REMARK
    ? [{ pointer: 'remark', code: 'payments.reason-too-long', params: { most: LONGEST_REMARK } }]
    : [];
}

/** 出納閉鎖: what is not paid by then is paid from the budget of the current year (施行令165条の8). */
function refuseAfterLastDay(order: PaymentOrder, tx: Transaction): void {
  const last = lastPaymentDayOf(order.fiscalYear);
  if (tx.today > last) throw new DomainError('payments.resume-after-closing', 'conflict', { last: formatEra(last) });
}
