import { Injectable } from '@nestjs/common';
import { BudgetLedger, type BudgetLine } from '../../budgets/index.js';
import { GrantDirectory } from '../../grants/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { fiscalYear, fiscalYearOf } from '../../kernel/fiscal-year.js';
import { sumYen } from '../../kernel/yen.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import type { Claim } from '../domain/claim.js';
import type { BatchTotal } from '../domain/payment-batch.js';
import type { OrderHistoryEntry, OrderState, PaymentOrder } from '../domain/payment-order.js';
import { ClaimStore } from '../store/claim.store.js';
import { PaymentInstructionStore, type PaymentWay } from '../store/payment-instruction.store.js';
import type { Delegation } from '../domain/delegation.js';
import { DelegationStore } from '../store/delegation.store.js';
import { OrderSetStore } from '../store/order-sets.store.js';
import { PaymentOrderStore, type PartOfOrders } from '../store/payment-order.store.js';
import { PartsToCome, type PartToCome } from './parts-to-come.js';

/** One page of a list, beside what all of it adds up to. */
export interface Listed<Row> extends BatchTotal {
  readonly rows: readonly Row[];
}

/** A confirmed claim without an order, with what the treasury last said when it returned one. */
export interface ReadyClaim {
  readonly claim: Claim;
  readonly returnedFor: string | null;
  /** 委任状: an order follows only when it is confirmed. */
  readonly delegation: Delegation | null;
}

export interface StaffPaymentDesk {
  /** Claims that the organisation has yet to confirm. */
  readonly prepared: Listed<Claim>;
  readonly ready: Listed<ReadyClaim>;
  /** Parts of grants that may be claimed later. */
  readonly toCome: readonly PartToCome[];
  /** Orders on their way, and those that are paid. */
  readonly orders: Listed<PaymentOrder>;
}

/** Which page of each list is looked at; left out, the first. */
export interface StaffPaymentParts {
  readonly prepared?: PartOfOrders;
  readonly ready?: PartOfOrders;
  readonly orders?: PartOfOrders;
}

export interface OrderPage {
  readonly order: PaymentOrder;
  readonly claim: Claim;
  readonly line: BudgetLine;
  readonly history: readonly OrderHistoryEntry[];
  readonly way: PaymentWay | null;
}

const STAFF = ['promotion', 'approve', 'administer', 'audit', 'treasury-check', 'treasury-decide'] as const;
const FIRST_PAGE: PartOfOrders = { from: 0, most: 200 };
const RUNNING: readonly OrderState[] = [
  'drafted',
  'ordered',
  'checked',
  'accepted',
  'instructed',
  'paid',
  'failed',
  'came-back',
];

/** What staff and treasury see of payment orders. */
@Injectable()
export class ViewOrders {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly claims: ClaimStore,
    private readonly orders: PaymentOrderStore,
    private readonly delegations: DelegationStore,
    private readonly sets: OrderSetStore,
    private readonly instructions: PaymentInstructionStore,
    private readonly ledger: BudgetLedger,
    private readonly grants: GrantDirectory,
    private readonly partsToCome: PartsToCome,
  ) {}

  staffDesk(actor: Actor, parts: StaffPaymentParts = {}): Promise<StaffPaymentDesk> {
    requireDuty(actor, ...STAFF);
    const { prepared = FIRST_PAGE, ready = FIRST_PAGE, orders = FIRST_PAGE } = parts;
    return this.unitOfWork.read(actor, async (tx) => {
      const unordered = await this.claims.page(tx, 'unordered', ready);
      return {
        prepared: await this.claims.page(tx, 'prepared', prepared),
        ready: { ...unordered, rows: await this.withReturns(tx, unordered.rows) },
        toCome: await this.toCome(tx),
        orders: await this.listed(tx, RUNNING, orders),
      };
    });
  }

  /** One page of the orders in these states, in the order of their numbers. */
  inStates(actor: Actor, states: readonly OrderState[], part = FIRST_PAGE): Promise<Listed<PaymentOrder>> {
    requireDuty(actor, ...STAFF);
    return this.unitOfWork.read(actor, (tx) => this.listed(tx, states, part));
  }

  one(actor: Actor, orderId: string): Promise<OrderPage> {
    requireDuty(actor, ...STAFF);
    return this.unitOfWork.read(actor, async (tx) => {
      const order = await this.orders.find(tx, orderId);
      return {
        order,
        claim: await this.claims.find(tx, order.claimId),
        line: await this.ledger.line(tx, order.budgetLineId),
        history: await this.orders.history(tx, [orderId]),
        way: await this.instructions.of(tx, orderId),
      };
    });
  }

  private async listed(
    tx: Transaction,
    states: readonly OrderState[],
    part: PartOfOrders,
  ): Promise<Listed<PaymentOrder>> {
    const totals = [...(await this.sets.totals(tx, states)).values()];
    return {
      rows: await this.orders.page(tx, states, part),
      count: totals.reduce((sum, { count }) => sum + count, 0),
      total: sumYen(totals.map(({ total }) => total)),
    };
  }

  /** Of the years whose money still moves. */
  private async toCome(tx: Transaction): Promise<PartToCome[]> {
    const year = fiscalYearOf(tx.today);
    const grants = [
      ...(await this.grants.list(tx, { state: 'issued', fiscalYear: fiscalYear(year - 1) })),
      ...(await this.grants.list(tx, { state: 'issued', fiscalYear: year })),
    ];
    return (await this.partsToCome.of(tx, grants)).filter(({ instalment }) => instalment !== null);
  }

  private async withReturns(tx: Transaction, claims: readonly Claim[]): Promise<ReadyClaim[]> {
    const returned = await this.orders.returnedOf(
      tx,
      claims.map(({ id }) => id),
    );
    const reasons = await this.orders.history(
      tx,
      returned.map((order) => order.id),
    );
    const delegations = await this.delegations.liveOf(
      tx,
      claims.map(({ id }) => id),
    );
    return claims.map((claim) => {
      const ids = new Set(returned.filter((order) => order.claimId === claim.id).map((order) => order.id));
      const last = reasons.findLast((entry) => entry.act === 'returned' && ids.has(entry.orderId));
      return { claim, returnedFor: last?.reason ?? null, delegation: delegations.get(claim.id) ?? null };
    });
  }
}
