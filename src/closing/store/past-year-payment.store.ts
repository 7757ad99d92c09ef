import { Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import { PastYearPaymentRow } from './past-year-payment-row.js';

/** 過年度支出 of one grant, as the accounting of a later year has it. */
export type PastYearPayment = Omit<PastYearPaymentRow, 'municipalityId'>;

/** Those that were neither taken back nor take another back. */
export function standingPayments(payments: readonly PastYearPayment[]): PastYearPayment[] {
  const reversed = new Set(payments.flatMap(({ reversesId }) => reversesId ?? []));
  return payments.filter(({ id, reversesId }) => reversesId === null && !reversed.has(id));
}

@Injectable()
export class PastYearPaymentStore {
  async add(tx: Transaction, payment: Omit<PastYearPayment, 'recordedAt' | 'recordedBy'>): Promise<void> {
    await tx.manager.insert(PastYearPaymentRow, {
      ...payment,
      ...{ municipalityId: tx.municipalityId, recordedAt: tx.now, recordedBy: tx.actor.name },
    });
  }

  find(tx: Transaction, id: string): Promise<PastYearPayment | null> {
    return tx.manager.findOneBy(PastYearPaymentRow, { id });
  }

  /** Oldest first. */
  ofGrant(tx: Transaction, grantId: string): Promise<PastYearPayment[]> {
    return tx.manager.find(PastYearPaymentRow, { where: { grantId }, order: { paidOn: 'ASC', recordedAt: 'ASC' } });
  }

  ofGrants(tx: Transaction, grantIds: readonly string[]): Promise<PastYearPayment[]> {
    return tx.manager.findBy(PastYearPaymentRow, { grantId: Any([...grantIds]) });
  }

  all(tx: Transaction): Promise<PastYearPayment[]> {
    return tx.manager.find(PastYearPaymentRow);
  }
}
