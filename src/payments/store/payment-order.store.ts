import { Injectable } from '@nestjs/common';
import { In, type FindOptionsWhere } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { DomainError } from '../../kernel/domain-error.js';
import { fiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import type { Transaction } from '../../platform/database/index.js';
import { snapshotOf } from '../domain/payee.js';
import {
  LIVE_STATES,
  type OrderAct,
  type OrderHistoryEntry,
  type OrderState,
  type PaymentOrder,
} from '../domain/payment-order.js';
import type { Finding } from '../domain/treasury-check.js';
import { PaymentOrderActRow } from './payment-order-act-row.js';
import { PaymentOrderRow } from './payment-order-row.js';

export type NewOrder = Omit<
  PaymentOrder,
  'state' | 'draftId' | 'number' | 'orderedOn' | 'checkPassed' | 'paidOn' | 'slipNumber' | 'creditorNumber' | 'version'
>;

export type OrderChange = Partial<
  Pick<
    PaymentOrder,
    'state' | 'draftId' | 'number' | 'orderedOn' | 'payee' | 'checkPassed' | 'paidOn' | 'slipNumber' | 'creditorNumber'
  >
>;

/** What is written into the order's history beside who did it and when. */
export interface ActDetail {
  readonly reason?: string;
  readonly findings?: readonly Finding[];
}

@Injectable()
export class PaymentOrderStore {
  async insert(tx: Transaction, order: NewOrder): Promise<void> {
    await tx.manager.insert(PaymentOrderRow, {
      ...order,
      payee: { ...order.payee },
      municipalityId: tx.municipalityId,
      state: 'drafted',
      version: 1,
    });
  }

  async find(tx: Transaction, id: string): Promise<PaymentOrder> {
    const [order] = await this.where(tx, { id });
    if (!order) throw DomainError.notFound();
    return order;
  }

  /** In the order of their ids, so that two transactions never wait for each other crosswise; not-found when one is missing. */
  async lock(tx: Transaction, ids: readonly string[]): Promise<PaymentOrder[]> {
    const rows = await tx.manager.find(PaymentOrderRow, {
      where: { id: In([...ids]) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    if (rows.length < new Set(ids).size) throw DomainError.notFound();
    return rows.map(toOrder);
  }

  async lockOne(tx: Transaction, id: string): Promise<PaymentOrder> {
    const [order] = await this.lock(tx, [id]);
    if (!order) throw DomainError.notFound();
    return order;
  }

  byIds(tx: Transaction, ids: readonly string[]): Promise<PaymentOrder[]> {
    return this.where(tx, { id: In([...ids]) });
  }

  inStates(tx: Transaction, states: readonly OrderState[]): Promise<PaymentOrder[]> {
    return this.where(tx, { state: In([...states]) });
  }

  all(tx: Transaction): Promise<PaymentOrder[]> {
    return this.where(tx, {});
  }

  ofYear(tx: Transaction, year: FiscalYear): Promise<PaymentOrder[]> {
    return this.where(tx, { fiscalYear: year });
  }

  ofClaim(tx: Transaction, claimId: string): Promise<PaymentOrder[]> {
    return this.where(tx, { claimId });
  }

  /** Those that stand for a claim of the grant. */
  ofGrant(tx: Transaction, grantId: string): Promise<PaymentOrder[]> {
    return this.where(tx, { grantId, state: In([...LIVE_STATES]) });
  }

  /** Given up ones too. */
  ofApplication(tx: Transaction, applicationId: string): Promise<PaymentOrder[]> {
    return this.where(tx, { applicationId });
  }

  async liveOfClaim(tx: Transaction, claimId: string): Promise<PaymentOrder | null> {
    const [order] = await this.where(tx, { claimId, state: In([...LIVE_STATES]) });
    return order ?? null;
  }

  /** Writes the change and its line in the history; throws stale when someone else was faster. */
  async act(
    tx: Transaction,
    order: PaymentOrder,
    act: OrderAct,
    change: OrderChange,
    detail: ActDetail = {},
  ): Promise<void> {
    const { id, version } = order;
    const values = { ...change, version: version + 1 } as QueryDeepPartialEntity<PaymentOrderRow>;
    const done = await tx.manager.update(PaymentOrderRow, { id, version }, values);
    if (done.affected !== 1) throw DomainError.stale();
    await this.record(tx, id, act, detail);
  }

  async record(tx: Transaction, orderId: string, act: OrderAct, { reason, findings }: ActDetail = {}): Promise<void> {
    const { actor } = tx;
    const person = actor.kind === 'staff' ? actor : null;
    await tx.manager.insert(PaymentOrderActRow, {
      municipalityId: tx.municipalityId,
      orderId,
      act,
      staffId: person?.staffId ?? null,
      actorName: actor.name,
      postNames: person?.posts.map((post) => post.name).join('・') ?? '',
      reason: reason ?? null,
      findings: findings ? findings.map((finding) => ({ ...finding })) : null,
      at: tx.now,
    });
  }

  /** Oldest first. */
  async history(
    tx: Transaction,
    orderIds: readonly string[],
  ): Promise<(OrderHistoryEntry & { readonly orderId: string })[]> {
    const rows = await tx.manager.find(PaymentOrderActRow, {
      where: { orderId: In([...orderIds]) },
      order: { id: 'ASC' },
    });
    return rows.map(({ municipalityId: _town, id: _id, ...entry }) => entry);
  }

  /** 債権者番号 that the accounting system last gave this organisation for this account; empty when it never did. */
  async knownCreditorNumber(tx: Transaction, organizationId: string, bankAccountId: string): Promise<string> {
    const [known] = await tx.query<{ creditor_number: string }>(
      `SELECT creditor_number FROM payment_orders
        WHERE organization_id = $1 AND payee ->> 'bankAccountId' = $2 AND creditor_number IS NOT NULL
        ORDER BY paid_on DESC LIMIT 1`,
      [organizationId, bankAccountId],
    );
    return known?.creditor_number ?? '';
  }

  private async where(tx: Transaction, where: FindOptionsWhere<PaymentOrderRow>): Promise<PaymentOrder[]> {
    const rows = await tx.manager.find(PaymentOrderRow, {
      where,
      order: { fiscalYear: 'ASC', number: { direction: 'ASC', nulls: 'LAST' }, organizationName: 'ASC', id: 'ASC' },
    });
    return rows.map(toOrder);
  }
}

const toOrder = ({ municipalityId: _town, ...row }: PaymentOrderRow): PaymentOrder => ({
  ...row,
  fiscalYear: fiscalYear(row.fiscalYear),
  payee: snapshotOf(row.payee),
});
