import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { BudgetLedger } from '../../budgets/index.js';
import { CaseList, type Phase } from '../../cases/index.js';
import { GrantDirectory, type GrantView } from '../../grants/index.js';
import { fiscalYear, fiscalYearOf, formatFiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import { nextState } from '../../kernel/machine.js';
import { subtractYen, sumYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { scheduleOf, type PaymentMethod } from '../../programs/index.js';
import { CLAIM_MACHINE, type Claim } from '../domain/claim.js';
import { partsToClaim, planOf, type ClaimedPart, type ClaimKind, type PlannedPart } from '../domain/instalments.js';
import { ClaimStore } from '../store/claim.store.js';
import { LIVE_STATES } from '../domain/payment-order.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';

/** 額の確定 pays what is still open after the parts before it. */
export const SETTLEMENT_LABEL = '精算払';
const SETTLED = '額の確定';
const LOWERED = '交付決定額の変更';
/** Where a case stands while its claim waits; elsewhere it waits for something else already. */
const CLAIMING: readonly Phase[] = ['issued', 'claimed', 'part-paid'];

/** Claims in the transaction of whoever asks. */
@Injectable()
export class Claims {
  constructor(
    private readonly store: ClaimStore,
    private readonly orders: PaymentOrderStore,
    private readonly grants: GrantDirectory,
    private readonly cases: CaseList,
    private readonly ledger: BudgetLedger,
  ) {}

  /**
   * Prepares what may be claimed of an issued grant today and is not claimed yet, each part once: the organisation only
   * has to confirm it. Nothing where the programme pays after settlement, once the grant is settled, when it was taken back,
   * and once its year is closed. Asked again whenever the amount in force or the day has changed. Returns the new claims' ids.
   */
  async prepareDue(tx: Transaction, grantId: string): Promise<string[]> {
    const grant = await this.grants.getForUpdate(tx, grantId);
    if (grant.state !== 'issued' || (await this.isClosed(tx, grant))) return [];
    if ((await this.store.settledOn(tx, [grantId])).has(grantId)) return [];
    const live = await this.store.liveOfGrant(tx, grantId);
    const ids: string[] = [];
    const amountInForce = less(grant.amountInForce, await this.carried(tx, grantId));
    for (const part of partsToClaim(planOfGrant({ ...grant, amountInForce }), partsIn(live), tx.today)) {
      ids.push(await this.insert(tx, grant, part, live.length + ids.length > 0));
    }
    return ids;
  }

  /** The same for every grant of the years whose money still moves: what a new month makes due. */
  async prepareDueOfTown(tx: Transaction): Promise<void> {
    const year = fiscalYearOf(tx.today);
    for (const each of [fiscalYear(year - 1), year]) {
      if (await this.ledger.closingOf(tx, each)) continue;
      const grants = await this.grants.list(tx, { state: 'issued', fiscalYear: each });
      const inParts = grants.filter(({ document }) => scheduleOf(document).parts.some(({ month }) => month !== null));
      const ids = inParts.map(({ id }) => id);
      const live = await this.store.liveOfGrants(tx, ids);
      for (const grant of inParts) {
        const own = live.filter(({ grantId }) => grantId === grant.id);
        if (partsToClaim(planOfGrant(grant), partsIn(own), tx.today).length === 0) continue;
        await this.prepareDue(tx, grant.id);
      }
    }
  }

  /** Throws not-found. */
  get(tx: Transaction, claimId: string): Promise<Claim> {
    return this.store.find(tx, claimId);
  }

  /**
   * 精算払: the claim of what is still open after 額の確定, once for its cause. Parts that nobody ordered are withdrawn and
   * no further one follows, also where `amount` is nothing or the year is closed, so that
   * nothing can be paid from it; then null is returned.
   */
  async prepareSettlement(tx: Transaction, grantId: string, amount: Yen, causeId: string): Promise<string | null> {
    const grant = await this.grants.getForUpdate(tx, grantId);
    const before = await this.store.liveOfCause(tx, causeId);
    if (before) return before.id;
    await this.store.settle(tx, grantId, causeId);
    await this.dropUnordered(tx, grantId, SETTLED);
    const ofItsYear = less(amount, await this.carried(tx, grantId));
    if (ofItsYear === 0n || (await this.isClosed(tx, grant))) return null;
    return this.insert(tx, grant, { amount: ofItsYear, causeId }, true);
  }

  /**
   * 繰越し: the next year pays what was carried over, so that claims which nobody ordered are withdrawn and made anew for no more
   * than the rest. To be called once the ledger has carried it.
   */
  async afterCarry(tx: Transaction, grantId: string): Promise<void> {
    await this.dropUnordered(tx, grantId, '翌年度への繰越し');
    if ((await this.prepareDue(tx, grantId)).length > 0) return;
    await this.rest(tx, await this.grants.get(tx, grantId));
  }

  /** Withdraws the claims for which no order stands; their amount is free again. */
  async dropUnordered(tx: Transaction, grantId: string, reason: string): Promise<void> {
    const ids = (await this.store.liveOfGrant(tx, grantId)).map(({ id }) => id);
    // An order is drafted under this same lock: from here on none begins.
    for (const claim of await this.store.lock(tx, ids)) {
      if (await this.orders.liveOfClaim(tx, claim.id)) continue;
      await this.withdraw(tx, claim, reason);
    }
  }

  /** 出納閉鎖: what nobody ordered cannot be paid from that year any more. The year has no order that is not paid. */
  async dropOfClosedYear(tx: Transaction, year: FiscalYear): Promise<void> {
    const waiting = (await this.store.ofYear(tx, year)).filter(({ state }) => state !== 'withdrawn');
    const ordered = new Set(
      (await this.orders.ofYear(tx, year)).flatMap(({ state, claimId }) =>
        LIVE_STATES.includes(state) ? [claimId] : [],
      ),
    );
    const ids = waiting.flatMap(({ id }) => (ordered.has(id) ? [] : [id]));
    for (const claim of await this.store.lock(tx, ids)) {
      await this.withdraw(tx, claim, `${formatFiscalYear(year)}の出納閉鎖`);
      await this.rest(tx, { id: claim.grantId, applicationId: claim.applicationId });
    }
  }

  /** The caller holds the claim's lock and knows that no order stands for it. */
  async withdraw(tx: Transaction, claim: Claim, reason: string): Promise<void> {
    nextState(CLAIM_MACHINE, 'payments.claim-state', claim.state, 'withdraw');
    await this.store.withdraw(tx, claim, reason);
    const { id: subjectId, organizationId } = claim;
    tx.audit({ action: 'claim.withdrawn', subjectKind: 'claim', subjectId, organizationId });
  }

  /**
   * Of a claim whose order was taken back: where it asks for more than the grant gives by now, it is withdrawn and made anew as
   * far as it still is given. The caller holds the grant's lock.
   */
  async withdrawBeyond(tx: Transaction, { id, amountInForce }: GrantView, claimId: string): Promise<void> {
    const [claim] = await this.store.lock(tx, [claimId]);
    const ordered = sumYen((await this.orders.ofGrant(tx, id)).map(({ amount }) => amount));
    if (!claim || claim.amount <= amountInForce - ordered) return;
    await this.withdraw(tx, claim, LOWERED);
    if (claim.causeId === null) await this.prepareDue(tx, id);
  }

  /** A claim that was withdrawn is made anew, as far as the grant still gives it. */
  async remake(tx: Transaction, withdrawn: Claim): Promise<string | null> {
    if (withdrawn.causeId === null) return (await this.prepareDue(tx, withdrawn.grantId))[0] ?? null;
    const grant = await this.grants.getForUpdate(tx, withdrawn.grantId);
    if (await this.isClosed(tx, grant)) return null;
    return this.insert(tx, grant, { amount: withdrawn.amount, causeId: withdrawn.causeId }, true);
  }

  private async insert(
    tx: Transaction,
    grant: GrantView,
    part: ClaimedPart | { readonly amount: Yen; readonly causeId: string },
    oneOfSeveral: boolean,
  ): Promise<string> {
    const id = randomUUID();
    const { id: grantId, applicationId, organizationId, organizationName, programName, fiscalYear, document } = grant;
    const settles = 'causeId' in part;
    await this.store.insert(tx, {
      ...{ id, grantId, applicationId, organizationId, organizationName, programName, fiscalYear },
      amount: part.amount,
      kind: settles ? 'settlement' : KIND[document.payment.method],
      paymentMethod: settles ? SETTLEMENT_LABEL : document.payment.methodLabel,
      instalment: settles ? null : part.instalment,
      instalments: scheduleOf(document).parts.length,
      causeId: settles ? part.causeId : null,
    });
    await this.cases.move(tx, applicationId, {
      phase: oneOfSeveral && (await this.isPartPaid(tx, grantId)) ? 'part-paid' : 'issued',
      waitingFor: 'committee',
    });
    tx.announce({ type: 'ClaimPrepared', subjectId: id, organizationId, data: { grantId } });
    const detail = { amount: String(part.amount) };
    tx.audit({ action: 'claim.prepared', subjectKind: 'claim', subjectId: id, organizationId, detail });
    return id;
  }

  /** The case waits for no claim any more. */
  private async rest(tx: Transaction, { id, applicationId }: Pick<GrantView, 'id' | 'applicationId'>): Promise<void> {
    const item = await this.cases.find(tx, applicationId);
    if (!item || !CLAIMING.includes(item.phase)) return;
    const phase = (await this.isPartPaid(tx, id)) ? 'part-paid' : 'issued';
    await this.cases.move(tx, applicationId, { phase, waitingFor: 'nobody', dueOn: null });
  }

  private carried(tx: Transaction, grantId: string): Promise<Yen> {
    return this.ledger.carriedOf(tx, { kind: 'grant', id: grantId });
  }

  private async isClosed(tx: Transaction, grant: GrantView): Promise<boolean> {
    return (await this.ledger.closingOf(tx, grant.fiscalYear)) !== null;
  }

  private async isPartPaid(tx: Transaction, grantId: string): Promise<boolean> {
    return (await this.orders.ofGrant(tx, grantId)).some(({ state }) => state === 'paid');
  }
}

const less = (amount: Yen, by: Yen): Yen => (amount > by ? subtractYen(amount, by) : ZERO_YEN);

const KIND: Readonly<Record<PaymentMethod, Exclude<ClaimKind, 'settlement'>>> = {
  ordinary: 'ordinary',
  advance: 'upfront',
  estimate: 'advance',
  'after-settlement': 'ordinary',
};

/** The parts of what the grant gives now. */
export const planOfGrant = (grant: GrantView): PlannedPart[] =>
  grant.discontinuedOn === null ? planOf(grant.amountInForce, scheduleOf(grant.document), grant.fiscalYear) : [];

/** The claims that stand for a part before the settlement. */
export const partsIn = (claims: readonly Claim[]): ClaimedPart[] =>
  claims.flatMap(({ instalment, amount }) => (instalment === null ? [] : [{ instalment, amount }]));
