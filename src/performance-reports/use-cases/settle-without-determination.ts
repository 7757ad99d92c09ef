import { Injectable } from '@nestjs/common';
import { GrantDirectory } from '../../grants/index.js';
import { ZERO_YEN } from '../../kernel/yen.js';
import { Claims, PaidAmounts } from '../../payments/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { ReportStore } from '../store/report.store.js';

/**
 * A programme without 額の確定 has no letter with which its money is settled: the books take it as settled when the whole is
 * paid and the report, where one is asked for, is accepted; of a discontinued one no more is paid.
 */
@Injectable()
export class SettleWithoutDetermination {
  constructor(
    private readonly grants: GrantDirectory,
    private readonly reports: ReportStore,
    private readonly payments: PaidAmounts,
    private readonly claims: Claims,
  ) {}

  /** After a payment, and after an inspection; does nothing before its time, and again nothing. */
  async settle(tx: Transaction, grantId: string): Promise<void> {
    const { document, amountInForce, discontinuedOn } = await this.grants.getForUpdate(tx, grantId);
    if (document.payment.settlement) return;
    const report = await this.reports.ofGrant(tx, grantId);
    if (document.report && report?.state !== 'accepted') return;
    const { paid, settled, parts } = await this.payments.of(tx, grantId);
    const onItsWay = parts.some(({ paidOn }) => paidOn === null);
    if (settled || onItsWay || (paid < amountInForce && discontinuedOn === null)) return;
    await this.claims.prepareSettlement(tx, grantId, ZERO_YEN, report?.id ?? grantId);
  }
}
