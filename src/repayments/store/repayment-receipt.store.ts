import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import { REFUND_PARTS } from '../../kernel/refund-terms.js';
import type { Transaction } from '../../platform/database/index.js';
import type { ReceiptEntry, RepaymentReceipt } from '../domain/receipt.js';
import { RepaymentEntryRow } from './repayment-entry-row.js';
import { RepaymentReceiptRow } from './repayment-receipt-row.js';

export type NewReceipt = Omit<RepaymentReceipt, 'enteredAt' | 'enteredBy'> & { readonly requestId: string };

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
    return rows.map(({ municipalityId: _town, requestId: _request, number: _number, ...row }) => ({
      ...row,
      entries: entries
        .filter(({ receiptId }) => receiptId === row.id)
        .toSorted((a, b) => REFUND_PARTS.indexOf(a.part) - REFUND_PARTS.indexOf(b.part))
        .map(({ part, amount, booking, fiscalYear: year }): ReceiptEntry => ({
          ...{ part, amount, booking },
          fiscalYear: fiscalYear(year),
        })),
    }));
  }

  /** Whether this very form was taken before. */
  async hasRequest(tx: Transaction, requestId: string): Promise<boolean> {
    return (await tx.manager.countBy(RepaymentReceiptRow, { requestId })) > 0;
  }
}
