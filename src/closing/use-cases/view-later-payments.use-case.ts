import { Injectable } from '@nestjs/common';
import { GrantDirectory, type GrantView } from '../../grants/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import type { Yen } from '../../kernel/yen.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { LaterPaymentOrderStore, type LaterPaymentOrder } from '../store/later-payment-order.store.js';
import { PastYearPaymentStore, standingPayments, type PastYearPayment } from '../store/past-year-payment.store.js';
import { Arrears } from './arrears.js';

export interface LaterPaymentLine {
  readonly order: LaterPaymentOrder;
  readonly grant: GrantView;
}

export interface LaterPaymentPage extends LaterPaymentLine {
  /** What the grant still gives. */
  readonly arrears: Yen;
  /** Of the order, as it stands; null before it is paid, and after it was taken back. */
  readonly payment: PastYearPayment | null;
}

const SEES = ['treasury-check', 'treasury-decide', 'audit'] as const;

/** 翌年度以降の支払 at the treasury: what the sections ask for, and what was paid. */
@Injectable()
export class ViewLaterPayments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: GrantDirectory,
    private readonly arrears: Arrears,
    private readonly orders: LaterPaymentOrderStore,
    private readonly payments: PastYearPaymentStore,
  ) {}

  list(actor: Actor): Promise<{ readonly waiting: LaterPaymentLine[]; readonly paid: LaterPaymentLine[] }> {
    requireDuty(actor, ...SEES);
    return this.unitOfWork.read(actor, async (tx) => {
      const lines = async (orders: readonly LaterPaymentOrder[]): Promise<LaterPaymentLine[]> => {
        const found: LaterPaymentLine[] = [];
        for (const order of orders) found.push({ order, grant: await this.grants.get(tx, order.grantId) });
        return found;
      };
      return {
        waiting: await lines(await this.orders.inState(tx, 'ordered')),
        paid: await lines((await this.orders.inState(tx, 'paid')).reverse()),
      };
    });
  }

  /** Throws not-found. */
  one(actor: Actor, orderId: string): Promise<LaterPaymentPage> {
    requireDuty(actor, ...SEES);
    return this.unitOfWork.read(actor, async (tx) => {
      const order = await this.orders.get(tx, orderId);
      const grant = await this.grants.get(tx, order.grantId);
      const standing = standingPayments(await this.payments.ofGrant(tx, grant.id));
      return {
        ...{ order, grant, arrears: await this.arrears.ofGrant(tx, grant) },
        payment: standing.find((payment) => payment.orderId === orderId) ?? null,
      };
    });
  }
}
