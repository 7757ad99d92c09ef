import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LaterPaymentsPort, type LaterPayment, type LaterPaymentsOfGrants } from '../../grants/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { PastYearPaymentStore, standingPayments } from '../store/past-year-payment.store.js';

/** Tells the earlier stages what a later year has paid: 額の確定, revocation and refund reckon with it. */
@Injectable()
export class LaterPayments implements LaterPaymentsOfGrants, OnModuleInit {
  constructor(
    private readonly port: LaterPaymentsPort,
    private readonly payments: PastYearPaymentStore,
  ) {}

  onModuleInit(): void {
    this.port.register(this);
  }

  async ofGrant(tx: Transaction, grantId: string): Promise<LaterPayment[]> {
    const standing = standingPayments(await this.payments.ofGrant(tx, grantId));
    return standing.map(({ paidOn: on, amount }) => ({ on, amount }));
  }
}
