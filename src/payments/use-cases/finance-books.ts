import { Injectable } from '@nestjs/common';
import { BudgetLedger, type BudgetLine, type LedgerPosting } from '../../budgets/index.js';
import { GrantDirectory, LaterPaymentsPort, type LaterPaymentOfGrant } from '../../grants/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { sumYen, yen, type Yen } from '../../kernel/yen.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import type { Claim } from '../domain/claim.js';
import { journalOf } from '../domain/journal.js';
import type { OrderState, PaymentOrder } from '../domain/payment-order.js';
import { ClaimStore } from '../store/claim.store.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';

/** 支払一覧: an order that was approved, with the claim behind it. */
export interface Payout {
  readonly order: PaymentOrder;
  readonly claim: Claim;
}

/** 概算払整理簿: money that was paid before its purpose was fulfilled, until the amount is determined. */
export interface Advance extends Payout {
  /** 額の確定; null: 未精算. */
  readonly settledOn: LocalDate | null;
  /** Of the whole grant, as it stands now: the same on each of its advances; null: 未精算. */
  readonly outcome: AdvanceOutcome | null;
}

/** What the determination left of a grant's advances. */
interface AdvanceOutcome {
  readonly determined: Yen;
  /** Against what was paid in advance: 追給 above zero, 返納 below. */
  readonly rest: Yen;
}

/** 概算払精算書 of one grant: what was paid in advance, what was determined, and what that leaves. */
export interface AdvanceSettlement {
  readonly organizationName: string;
  readonly programName: string;
  readonly decisionNumber: string;
  readonly budgetName: string;
  /** Those that were paid, by their day. */
  readonly advances: readonly Advance[];
  readonly received: Yen;
  readonly determined: Yen;
  readonly settledOn: LocalDate;
  /** Still to pay, below zero: to come back. */
  readonly rest: bigint;
}

/** One posting of the ledger with its budget line; `order` is the payment order behind it, where there is one. */
export interface LedgerEntry {
  readonly line: BudgetLine;
  /** 支出負担行為番号 of what the posting is about; blank for 予算 itself and for what is only reserved. */
  readonly commitmentNumber: string;
  readonly posting: LedgerPosting;
  readonly order: PaymentOrder | null;
}

const SEES = ['treasury-check', 'treasury-decide', 'audit'] as const;
const NOT_ORDERED: readonly OrderState[] = ['drafted', 'withdrawn'];

/** The books that the treasury takes out: payments, advances, the ledger and its journal, each of one year. */
@Injectable()
export class FinanceBooks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: PaymentOrderStore,
    private readonly claims: ClaimStore,
    private readonly ledger: BudgetLedger,
    private readonly grants: GrantDirectory,
    private readonly later: LaterPaymentsPort,
  ) {}

  /** In the order of the orders' numbers. */
  payouts(actor: Actor, year: FiscalYear): Promise<Payout[]> {
    requireDuty(actor, ...SEES);
    return this.unitOfWork.read(actor, (tx) => this.payoutsOf(tx, year));
  }

  /** What the accounting of a later year paid of this year's grants, after it was closed: without an order of this house. */
  laterPayouts(actor: Actor, year: FiscalYear): Promise<readonly LaterPaymentOfGrant[]> {
    requireDuty(actor, ...SEES);
    return this.unitOfWork.read(actor, (tx) => this.later.ofYear(tx, year));
  }

  /** Of 概算払 only; those that are not settled stand among the others, by their number. */
  advances(actor: Actor, year: FiscalYear): Promise<Advance[]> {
    requireDuty(actor, ...SEES);
    return this.unitOfWork.read(actor, async (tx) => {
      const payouts = (await this.payoutsOf(tx, year)).filter(
        ({ order, claim }) => claim.kind === 'advance' && order.state !== 'returned',
      );
      const grantIds = [...new Set(payouts.map(({ order }) => order.grantId))];
      const settled = await this.claims.settledOn(tx, grantIds);
      const inForce = await this.grants.amountsInForce(tx, grantIds);
      const received = new Map<string, Yen>();
      for (const { order } of payouts.filter(({ order }) => order.state === 'paid')) {
        received.set(order.grantId, yen((received.get(order.grantId) ?? 0n) + order.amount));
      }
      return payouts.map((payout) => {
        const { grantId } = payout.order;
        const settledOn = settled.get(grantId) ?? null;
        const determined = inForce.get(grantId);
        const rest = yen((determined ?? 0n) - (received.get(grantId) ?? 0n));
        return { ...payout, settledOn, outcome: settledOn && determined !== undefined ? { determined, rest } : null };
      });
    });
  }

  /** Throws not-found while the amount is not determined, and where nothing was paid in advance. */
  settlement(actor: Actor, grantId: string): Promise<AdvanceSettlement> {
    requireDuty(actor, ...SEES);
    return this.unitOfWork.read(actor, async (tx) => {
      const grant = await this.grants.get(tx, grantId);
      const settledOn = (await this.claims.settledOn(tx, [grantId])).get(grantId);
      const paid = (await this.orders.ofGrant(tx, grantId)).filter(({ state }) => state === 'paid');
      const claims = await this.claims.byIds(
        tx,
        paid.map(({ claimId }) => claimId),
      );
      const advances = paid.flatMap((order): Advance[] => {
        const claim = claims.get(order.claimId);
        return claim?.kind === 'advance' && settledOn ? [{ order, claim, settledOn, outcome: null }] : [];
      });
      const [first] = advances;
      if (!first || !settledOn) throw DomainError.notFound();
      const received = sumYen(advances.map(({ order }) => order.amount));
      const { organizationName, programName, letterNumber, amountInForce: determined } = grant;
      return {
        ...{ organizationName, programName, decisionNumber: letterNumber ?? '', settledOn },
        ...{ budgetName: `${first.order.budgetCode} ${first.order.budgetName}`, received, determined },
        advances: advances.toSorted((a, b) => (a.order.paidOn ?? '').localeCompare(b.order.paidOn ?? '')),
        rest: determined - received,
      };
    });
  }

  /** Every posting of the year, line by line, oldest first. */
  postings(actor: Actor, year: FiscalYear): Promise<LedgerEntry[]> {
    requireDuty(actor, ...SEES);
    return this.unitOfWork.read(actor, (tx) => this.postingsOf(tx, year));
  }

  /** 仕訳: of the same postings those that move a debt or money, in the order in which they were posted. */
  journal(actor: Actor, year: FiscalYear): Promise<LedgerEntry[]> {
    requireDuty(actor, ...SEES);
    return this.unitOfWork.read(actor, async (tx) =>
      (await this.postingsOf(tx, year))
        .filter(({ posting }) => journalOf(posting) !== null)
        .toSorted((a, b) => Number(BigInt(a.posting.id) - BigInt(b.posting.id))),
    );
  }

  private async payoutsOf(tx: Transaction, year: FiscalYear): Promise<Payout[]> {
    const orders = (await this.orders.ofYear(tx, year)).filter(({ state }) => !NOT_ORDERED.includes(state));
    const claims = await this.claims.byIds(
      tx,
      orders.map(({ claimId }) => claimId),
    );
    return orders.flatMap((order) => {
      const claim = claims.get(order.claimId);
      return claim ? [{ order, claim }] : [];
    });
  }

  private async postingsOf(tx: Transaction, year: FiscalYear): Promise<LedgerEntry[]> {
    const orders = new Map((await this.orders.ofYear(tx, year)).map((order) => [order.id, order]));
    const lines = await this.ledger.lines(tx, year);
    // Of the whole year: a 科目更正 takes postings to another line than the one on which they were committed.
    const numbers = new Map<string, string>();
    for (const { id } of lines)
      for (const { cause, number } of await this.ledger.commitmentsOn(tx, id)) numbers.set(cause.id, number);
    const entries: LedgerEntry[] = [];
    for (const line of lines) {
      for (const posting of await this.ledger.postings(tx, line.id)) {
        const commitmentNumber = numbers.get(posting.cause.id) ?? '';
        entries.push({ line, commitmentNumber, posting, order: orders.get(posting.order?.id ?? '') ?? null });
      }
    }
    return entries;
  }
}
