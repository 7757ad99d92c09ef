import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  ApprovalSubjects,
  type ApprovalSubject,
  type PresentedSubject,
  type ReleaseReason,
} from '../../approvals/index.js';
import { BudgetLedger, standingOf, type Cause } from '../../budgets/index.js';
import { CaseList } from '../../cases/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { formatEra } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { formatYen } from '../../kernel/yen.js';
import { lastPaymentDayOf } from '../../platform/calendar/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { ACCOUNT_KIND_LABEL } from '../domain/payee.js';
import { ORDER_MACHINE, type PaymentOrder } from '../domain/payment-order.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';
import { PaymentSeriesStore } from '../store/payment-series.store.js';
import { Payees } from './payees.js';

export const PAYMENT_ORDER = 'payment-order';

/** What the grant's commitment is posted under in the ledger. */
export const grantCause = (grantId: string): Cause => ({ kind: 'grant', id: grantId });

/** What the order is posted under in the ledger. */
export const orderCause = (orderId: string): Cause => ({ kind: PAYMENT_ORDER, id: orderId });

/** 支出命令 as a case that is drafted and approved: the last approval posts the order and hands it to the treasury. */
@Injectable()
export class PaymentOrderSubject implements ApprovalSubject, OnModuleInit {
  readonly kind = PAYMENT_ORDER;

  constructor(
    private readonly subjects: ApprovalSubjects,
    private readonly orders: PaymentOrderStore,
    private readonly series: PaymentSeriesStore,
    private readonly payees: Payees,
    private readonly ledger: BudgetLedger,
    private readonly cases: CaseList,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this);
  }

  async lock(tx: Transaction, ids: readonly string[]): Promise<void> {
    const orders = await this.orders.lock(tx, ids);
    await this.payees.holdsOf(tx, orders);
    await this.ledger.lock(
      tx,
      orders.map((order) => order.budgetLineId),
    );
  }

  async present(tx: Transaction, id: string): Promise<PresentedSubject> {
    const order = await this.orders.find(tx, id);
    const line = await this.ledger.line(tx, order.budgetLineId);
    return {
      title: `${order.organizationName}　${order.programName}`,
      organizationId: order.organizationId,
      organizationName: order.organizationName,
      amount: order.amount,
      outcome: '支出命令',
      basis: '地方自治法第232条の4第1項',
      working: null,
      facts: factsOf(order),
      earlier: [
        { label: `支出負担行為 ${order.commitmentNumber}（${formatEra(order.committedOn)}）` },
        { label: `請求書（${formatEra(order.claimedOn)}）` },
      ],
      budget: { lineName: line.name, ...standingOf(line) },
      tiedStaffIds: [],
    };
  }

  /** A resubmitted draft freezes the account as it stands then; a held account stops it with its reason. */
  async drafted(tx: Transaction, id: string, draftId: string): Promise<void> {
    const order = await this.orders.lockOne(tx, id);
    const payee = await this.payees.freeze(tx, order);
    await this.orders.act(tx, order, 'drafted', { draftId, payee });
  }

  async approved(tx: Transaction, id: string): Promise<void> {
    const order = await this.orders.lockOne(tx, id);
    const state = nextState(ORDER_MACHINE, 'payments.order-state', order.state, 'order');
    refuseAfterClosing(order, tx);
    await this.payees.refuseHeld(tx, order);
    await this.ledger.order(tx, grantCause(order.grantId), orderCause(id), order.amount);
    const number = await this.series.take(tx, `order/${order.fiscalYear}`);
    await this.orders.act(tx, order, 'ordered', { state, number, orderedOn: tx.today });
    await this.cases.move(tx, order.applicationId, { phase: 'treasury', waitingFor: 'treasury' });
    tx.announce({
      type: 'PaymentOrdered',
      subjectId: id,
      organizationId: order.organizationId,
      data: { grantId: order.grantId },
    });
    tx.audit(entryFor('payment-order.ordered', order));
  }

  async released(tx: Transaction, id: string, _draftId: string, _why: ReleaseReason, reason: string): Promise<void> {
    const order = await this.orders.lockOne(tx, id);
    const state = nextState(ORDER_MACHINE, 'payments.order-state', order.state, 'withdraw');
    await this.orders.act(tx, order, 'withdrawn', { state }, { reason });
    await this.cases.move(tx, order.applicationId, { phase: 'claimed', waitingFor: 'promotion' });
    tx.audit(entryFor('payment-order.withdrawn', order));
  }
}

/** The audit trail's line for an act on an order. */
export const entryFor = (
  action: string,
  order: PaymentOrder,
): {
  action: string;
  subjectKind: string;
  subjectId: string;
  organizationId: string;
  detail: Record<string, string>;
} => ({
  action,
  subjectKind: PAYMENT_ORDER,
  subjectId: order.id,
  organizationId: order.organizationId,
  detail: { amount: String(order.amount) },
});

/** Orders of a year go on after 3/31, until its last payment day (出納整理期間, 地方自治法235条の5). */
function refuseAfterClosing(order: PaymentOrder, tx: Transaction): void {
  const last = lastPaymentDayOf(order.fiscalYear);
  if (tx.today > last) throw new DomainError('payments.year-closed', 'conflict', { last: formatEra(last) });
}

const factsOf = (order: PaymentOrder): PresentedSubject['facts'] => [
  { label: '支出命令額', value: formatYen(order.amount) },
  { label: '支出負担行為額', value: `${formatYen(order.commitmentAmount)}（${order.commitmentNumber}）` },
  { label: '予算科目', value: `${order.budgetCode} ${order.budgetName}` },
  { label: '支払方法', value: order.paymentMethod },
  { label: '請求日', value: formatEra(order.claimedOn) },
  { label: '債権者', value: order.organizationName },
  ...(order.payee.delegate === undefined ? [] : [{ label: '受領者（委任状による）', value: order.payee.delegate }]),
  {
    label: '振込先',
    value: `${order.payee.bankName}（${order.payee.bankCode}）${order.payee.branchName}（${order.payee.branchCode}）${ACCOUNT_KIND_LABEL[order.payee.accountKind]} ${order.payee.accountNumber}`,
  },
  { label: '口座名義', value: `${order.payee.holderKana}（振込用 ${order.payee.transferKana}）` },
];
