import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  GrantDirectory,
  LaterPaymentsPort,
  type LaterPayment,
  type LaterPaymentOfGrant,
  type LaterPaymentsOfGrants,
} from '../../grants/index.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { LATER_GROUND_LABELS } from '../domain/arrears.js';
import { PastYearPaymentStore, standingPayments, type PastYearPayment } from '../store/past-year-payment.store.js';
import { HeldMoney } from './held-money.js';

/** Tells the earlier stages what a later year has paid: 額の確定, revocation and refund reckon with it. */
@Injectable()
export class LaterPayments implements LaterPaymentsOfGrants, OnModuleInit {
  constructor(
    private readonly port: LaterPaymentsPort,
    private readonly payments: PastYearPaymentStore,
    private readonly grants: GrantDirectory,
    private readonly held: HeldMoney,
  ) {}

  onModuleInit(): void {
    this.port.register(this);
  }

  async ofGrant(tx: Transaction, grantId: string): Promise<LaterPayment[]> {
    const standing = standingPayments(await this.payments.ofGrant(tx, grantId));
    return standing.map(inWords);
  }

  async ofYear(tx: Transaction, year: FiscalYear): Promise<LaterPaymentOfGrant[]> {
    const grants = new Map((await this.grants.list(tx, { fiscalYear: year })).map((grant) => [grant.id, grant]));
    const payments = await this.payments.ofGrants(tx, [...grants.keys()]);
    return standingPayments(payments)
      .flatMap((payment) => {
        const grant = grants.get(payment.grantId);
        return grant ? [{ grant, ...inWords(payment) }] : [];
      })
      .toSorted((a, b) => a.on.localeCompare(b.on) || a.grant.organizationName.localeCompare(b.grant.organizationName));
  }

  heldOf(tx: Transaction, grantId: string): Promise<Yen> {
    return this.held.ofGrant(tx, grantId);
  }
}

const inWords = ({ paidOn: on, amount, ground, basis }: PastYearPayment): LaterPayment => ({
  ...{ on, amount, basis, ground: LATER_GROUND_LABELS[ground] },
});
