import { Injectable } from '@nestjs/common';
import { BudgetLedger, type BudgetLine } from '../../budgets/index.js';
import { GrantDirectory } from '../../grants/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { fiscalYear, fiscalYearOf } from '../../kernel/fiscal-year.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import type { Claim } from '../domain/claim.js';
import type { OrderHistoryEntry, OrderState, PaymentOrder } from '../domain/payment-order.js';
import { ClaimStore } from '../store/claim.store.js';
import { PaymentInstructionStore, type PaymentWay } from '../store/payment-instruction.store.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';
import { PartsToCome, type PartToCome } from './parts-to-come.js';

export interface StaffPaymentDesk {
  /** Claims that the organisation has yet to confirm. */
  readonly prepared: readonly Claim[];
  /** Confirmed claims without an order, with what the treasury last said when it returned one. */
  readonly ready: readonly { readonly claim: Claim; readonly returnedFor: string | null }[];
  /** Parts of grants that may be claimed later. */
  readonly toCome: readonly PartToCome[];
  /** Orders on their way, and those that are paid. */
  readonly orders: readonly PaymentOrder[];
}

export interface OrderPage {
  readonly order: PaymentOrder;
  readonly claim: Claim;
  readonly line: BudgetLine;
  readonly history: readonly OrderHistoryEntry[];
  readonly way: PaymentWay | null;
}

const STAFF = ['promotion', 'approve', 'administer', 'audit', 'treasury-check', 'treasury-decide'] as const;
const RUNNING: readonly OrderState[] = ['drafted', 'ordered', 'checked', 'accepted', 'instructed', 'paid', 'failed'];

/** What staff and treasury see of payment orders. */
@Injectable()
export class ViewOrders {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly claims: ClaimStore,
    private readonly orders: PaymentOrderStore,
    private readonly instructions: PaymentInstructionStore,
    private readonly ledger: BudgetLedger,
    private readonly grants: GrantDirectory,
    private readonly partsToCome: PartsToCome,
  ) {}

  staffDesk(actor: Actor): Promise<StaffPaymentDesk> {
    requireDuty(actor, ...STAFF);
    return this.unitOfWork.read(actor, async (tx) => {
      const orders = await this.orders.inStates(tx, RUNNING);
      const ordered = new Set(orders.map((order) => order.claimId));
      const confirmed = await this.claims.inState(tx, 'confirmed');
      const ready = confirmed.filter((claim) => !ordered.has(claim.id));
      return {
        prepared: await this.claims.inState(tx, 'prepared'),
        ready: await this.withReturns(tx, ready),
        toCome: await this.toCome(tx),
        orders,
      };
    });
  }

  /** Orders in these states, in the order of their numbers. */
  inStates(actor: Actor, states: readonly OrderState[]): Promise<PaymentOrder[]> {
    requireDuty(actor, ...STAFF);
    return this.unitOfWork.read(actor, (tx) => this.orders.inStates(tx, states));
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

  /** Of the years whose money still moves. */
  private async toCome(tx: Transaction): Promise<PartToCome[]> {
    const year = fiscalYearOf(tx.today);
    const grants = [
      ...(await this.grants.list(tx, { state: 'issued', fiscalYear: fiscalYear(year - 1) })),
      ...(await this.grants.list(tx, { state: 'issued', fiscalYear: year })),
    ];
    return (await this.partsToCome.of(tx, grants)).filter(({ instalment }) => instalment !== null);
  }

  private async withReturns(
    tx: Transaction,
    claims: readonly Claim[],
  ): Promise<{ claim: Claim; returnedFor: string | null }[]> {
    const returned = await this.orders.inStates(tx, ['returned']);
    const reasons = await this.orders.history(
      tx,
      returned.map((order) => order.id),
    );
    return claims.map((claim) => {
      const ids = new Set(returned.filter((order) => order.claimId === claim.id).map((order) => order.id));
      const last = reasons.findLast((entry) => entry.act === 'returned' && ids.has(entry.orderId));
      return { claim, returnedFor: last?.reason ?? null };
    });
  }
}
