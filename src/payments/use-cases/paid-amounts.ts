import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../kernel/local-date.js';
import { sumYen, type Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Claim } from '../domain/claim.js';
import type { OrderState, PaymentOrder } from '../domain/payment-order.js';
import { ClaimStore } from '../store/claim.store.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';

/** One claim of a grant and how far its money has come. */
export interface PaidPart {
  readonly claim: Claim;
  /** The order that stands for it. */
  readonly order: PaymentOrder | null;
  readonly paidOn: LocalDate | null;
}

/** How much of a grant was asked for, ordered and paid, each including what follows it. */
export interface PaidAmount {
  readonly claimed: Yen;
  readonly ordered: Yen;
  readonly paid: Yen;
  /** Of the last payment. */
  readonly paidOn: LocalDate | null;
  /** 額が確定した: no part before the settlement follows. */
  readonly settled: boolean;
  readonly parts: readonly PaidPart[];
}

const ORDERED: readonly OrderState[] = ['ordered', 'checked', 'accepted', 'instructed', 'paid', 'failed'];

/** What the later stages ask of the payments of a grant. Money that came back from the bank is not paid. */
@Injectable()
export class PaidAmounts {
  constructor(
    private readonly claims: ClaimStore,
    private readonly orders: PaymentOrderStore,
  ) {}

  async of(tx: Transaction, grantId: string): Promise<PaidAmount> {
    return (await this.ofGrants(tx, [grantId])).get(grantId) ?? amountOf([], [], false);
  }

  /** By grant; one without claims has nothing paid. */
  async ofGrants(tx: Transaction, grantIds: readonly string[]): Promise<ReadonlyMap<string, PaidAmount>> {
    const orders = byGrant(await this.orders.ofGrants(tx, grantIds));
    const claims = byGrant(await this.claims.liveOfGrants(tx, grantIds));
    const settled = await this.claims.settledOn(tx, grantIds);
    return new Map(
      grantIds.map((id) => [id, amountOf(orders.get(id) ?? [], claims.get(id) ?? [], settled.has(id))] as const),
    );
  }
}

function byGrant<Row extends { readonly grantId: string }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    const group = grouped.get(row.grantId);
    if (group) group.push(row);
    else grouped.set(row.grantId, [row]);
  }
  return grouped;
}

function amountOf(orders: readonly PaymentOrder[], claims: readonly Claim[], settled: boolean): PaidAmount {
  const parts = claims.map((claim): PaidPart => {
    const order = orders.find(({ claimId }) => claimId === claim.id) ?? null;
    return { claim, order, paidOn: order?.state === 'paid' ? order.paidOn : null };
  });
  const sumOf = (states: readonly OrderState[]): Yen =>
    sumYen(orders.filter(({ state }) => states.includes(state)).map(({ amount }) => amount));
  return {
    claimed: sumYen(parts.map(({ claim }) => claim.amount)),
    ordered: sumOf(ORDERED),
    paid: sumOf(['paid']),
    paidOn:
      parts
        .flatMap(({ paidOn }) => paidOn ?? [])
        .toSorted()
        .at(-1) ?? null,
    settled,
    parts,
  };
}
