import { Injectable } from '@nestjs/common';
import { Any, In, type FindOptionsOrder, type FindOptionsWhere } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import type { BudgetLine } from '../../budgets/index.js';
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
import { signatureOf } from './signature.js';

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

/** `most` orders after the first `from`. */
export interface PartOfOrders {
  readonly from: number;
  readonly most: number;
}

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
      where: { id: Any([...new Set(ids)]) },
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
    return this.where(tx, { id: Any([...new Set(ids)]) });
  }

  /** One that is missing is left out. */
  async inGivenOrder(tx: Transaction, ids: readonly string[]): Promise<PaymentOrder[]> {
    const byId = new Map((await this.byIds(tx, ids)).map((order) => [order.id, order]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  inStates(tx: Transaction, states: readonly OrderState[]): Promise<PaymentOrder[]> {
    return this.where(tx, { state: In([...states]) });
  }

  /** One page of those in these states, in the order of their numbers. */
  async page(tx: Transaction, states: readonly OrderState[], { from, most }: PartOfOrders): Promise<PaymentOrder[]> {
    const where = { state: In([...states]) };
    return (await tx.manager.find(PaymentOrderRow, { where, order: BY_NUMBER, skip: from, take: most })).map(toOrder);
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
    return this.ofGrants(tx, [grantId]);
  }

  ofGrants(tx: Transaction, grantIds: readonly string[]): Promise<PaymentOrder[]> {
    return this.where(tx, { grantId: Any([...grantIds]), state: In([...LIVE_STATES]) });
  }

  /** Orders for these claims that the treasury returned. */
  returnedOf(tx: Transaction, claimIds: readonly string[]): Promise<PaymentOrder[]> {
    return this.where(tx, { claimId: Any([...claimIds]), state: 'returned' });
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
    await tx.manager.insert(PaymentOrderActRow, {
      municipalityId: tx.municipalityId,
      orderId,
      act,
      ...signatureOf(tx),
      reason: reason ?? null,
      findings: findings ? findings.map((finding) => ({ ...finding })) : null,
      at: tx.now,
    });
  }

  async moveLine(tx: Transaction, grantId: string, line: Pick<BudgetLine, 'id' | 'code' | 'name'>): Promise<void> {
    const moved = { budgetLineId: line.id, budgetCode: line.code, budgetName: line.name };
    await tx.manager.update(PaymentOrderRow, { municipalityId: tx.municipalityId, grantId }, moved);
  }

  /** Oldest first. */
  async history(
    tx: Transaction,
    orderIds: readonly string[],
  ): Promise<(OrderHistoryEntry & { readonly orderId: string })[]> {
    const rows = await tx.manager.find(PaymentOrderActRow, {
      where: { orderId: Any([...orderIds]) },
      order: { id: 'ASC' },
    });
    return rows.map(({ municipalityId: _town, id: _id, ...entry }) => entry);
  }

  /** By order: the 債権者番号 that the accounting system last gave its organisation for its account, where it did. */
  async knownCreditorNumbers(tx: Transaction, orders: readonly PaymentOrder[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ id: string; creditor_number: string }>(
      `SELECT DISTINCT ON (o.id) o.id, known.creditor_number
         FROM payment_orders o
         JOIN payment_orders known ON known.municipality_id = o.municipality_id
          AND known.organization_id = o.organization_id
          AND known.payee ->> 'bankAccountId' = o.payee ->> 'bankAccountId' AND known.creditor_number IS NOT NULL
        WHERE o.municipality_id = $1 AND o.id = ANY($2)
        ORDER BY o.id, known.paid_on DESC`,
      [tx.municipalityId, orders.map(({ id }) => id)],
    );
    return new Map(rows.map((row) => [row.id, row.creditor_number]));
  }

  private async where(tx: Transaction, where: FindOptionsWhere<PaymentOrderRow>): Promise<PaymentOrder[]> {
    const rows = await tx.manager.find(PaymentOrderRow, { where, order: BY_NUMBER });
    return rows.map(toOrder);
  }
}

const BY_NUMBER: FindOptionsOrder<PaymentOrderRow> = {
  ...{ fiscalYear: 'ASC', number: { direction: 'ASC', nulls: 'LAST' } },
  ...{ organizationName: 'ASC', id: 'ASC' },
};

const toOrder = ({ municipalityId: _town, ...row }: PaymentOrderRow): PaymentOrder => ({
  ...row,
  fiscalYear: fiscalYear(row.fiscalYear),
  payee: snapshotOf(row.payee),
});
