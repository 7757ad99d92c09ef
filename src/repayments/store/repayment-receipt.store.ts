import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import type { Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { ENTRY_PARTS, type Payback, type ReceiptEntry, type RepaymentReceipt } from '../domain/receipt.js';
import { RepaymentEntryRow } from './repayment-entry-row.js';
import { RepaymentPaybackRow } from './repayment-payback-row.js';
import { RepaymentReceiptRow } from './repayment-receipt-row.js';

export type NewReceipt = Omit<RepaymentReceipt, 'enteredAt' | 'enteredBy' | 'payback'> & { readonly requestId: string };

@Injectable()
export class RepaymentReceiptStore {
  async add(tx: Transaction, { entries, ...receipt }: NewReceipt): Promise<void> {
    const { municipalityId } = tx;
    await tx.manager.insert(RepaymentReceiptRow, {
      ...receipt,
      ...{ municipalityId, enteredAt: tx.now, enteredBy: tx.actor.name },
    });
    await tx.manager.insert(
      RepaymentEntryRow,
      entries.map((entry) => ({ ...entry, municipalityId, receiptId: receipt.id })),
    );
  }

  /** In the order of entry. */
  async ofDemands(tx: Transaction, demandIds: readonly string[]): Promise<RepaymentReceipt[]> {
    const rows = await tx.manager.find(RepaymentReceiptRow, {
      where: { demandId: In([...demandIds]) },
      order: { number: 'ASC' },
    });
    const entries = await tx.manager.findBy(RepaymentEntryRow, { receiptId: In(rows.map(({ id }) => id)) });
    const paybacks = await tx.manager.findBy(RepaymentPaybackRow, { receiptId: In(rows.map(({ id }) => id)) });
    return rows.map(({ municipalityId: _town, requestId: _request, number: _number, ...row }) => ({
      ...row,
      payback: paybackOf(paybacks.find(({ receiptId }) => receiptId === row.id)),
      entries: entries
        .filter(({ receiptId }) => receiptId === row.id)
        .toSorted((a, b) => ENTRY_PARTS.indexOf(a.part) - ENTRY_PARTS.indexOf(b.part))
        .map(({ part, amount, booking, fiscalYear: year }): ReceiptEntry => ({
          ...{ part, amount, booking },
          fiscalYear: fiscalYear(year),
        })),
    }));
  }

  /** Once for each receipt. */
  async payBack(tx: Transaction, receiptId: string, amount: Yen, payback: Omit<Payback, 'recordedBy'>): Promise<void> {
    const { municipalityId } = tx;
    await tx.manager.insert(RepaymentPaybackRow, {
      ...payback,
      ...{ municipalityId, receiptId, amount, recordedAt: tx.now, recordedBy: tx.actor.name },
    });
  }

  /** Whether this very form was taken before. */
  async hasRequest(tx: Transaction, requestId: string): Promise<boolean> {
    return (await tx.manager.countBy(RepaymentReceiptRow, { requestId })) > 0;
  }
}

const paybackOf = (row: RepaymentPaybackRow | undefined): Payback | null =>
  row
    ? {
        ...{ paidOn: row.paidOn, paidTo: row.paidTo, documentNumber: row.documentNumber },
        recordedBy: row.recordedBy,
      }
    : null;
