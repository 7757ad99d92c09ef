import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { Transaction } from '../../platform/database/index.js';
import { AccountingExportRow } from './accounting-export-row.js';
import { PaidListRow } from './paid-list-row.js';

export type AccountingExport = Omit<AccountingExportRow, 'municipalityId'>;
export type PaidList = Omit<PaidListRow, 'municipalityId'>;

/** Files that went to the town's financial accounting system, and its lists that came back. */
@Injectable()
export class AccountingStore {
  async insertExport(tx: Transaction, row: Omit<AccountingExport, 'exportedAt'>): Promise<void> {
    await tx.manager.insert(AccountingExportRow, { ...row, municipalityId: tx.municipalityId, exportedAt: tx.now });
  }

  async findExport(tx: Transaction, id: string): Promise<AccountingExport> {
    const row = await tx.manager.findOneBy(AccountingExportRow, { id });
    if (!row) throw DomainError.notFound();
    return row;
  }

  exports(tx: Transaction): Promise<AccountingExport[]> {
    return tx.manager.find(AccountingExportRow, { order: { fiscalYear: 'DESC', number: 'DESC' } });
  }

  async insertPaidList(tx: Transaction, row: Omit<PaidList, 'takenAt'>): Promise<void> {
    await tx.manager.insert(PaidListRow, { ...row, municipalityId: tx.municipalityId, takenAt: tx.now });
  }

  async paidListOf(tx: Transaction, sha256: string): Promise<PaidList | null> {
    return tx.manager.findOneBy(PaidListRow, { fileSha256: sha256 });
  }

  paidLists(tx: Transaction): Promise<PaidList[]> {
    return tx.manager.find(PaidListRow, { order: { takenAt: 'DESC' } });
  }

  /** Of the orders with these numbers, those that went out in some export: only they can stand in a 支払済一覧. */
  async exportedOrderIds(
    tx: Transaction,
    numbers: readonly { readonly fiscalYear: FiscalYear; readonly number: number }[],
  ): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT DISTINCT o.id FROM unnest($1::integer[], $2::integer[]) AS named (fiscal_year, number)
         JOIN payment_orders o ON o.fiscal_year = named.fiscal_year AND o.number = named.number
         JOIN payment_instructions i ON i.municipality_id = o.municipality_id AND i.order_id = o.id
        WHERE i.way = 'accounting-file'`,
      [numbers.map((each) => each.fiscalYear), numbers.map((each) => each.number)],
    );
    return rows.map((row) => row.id);
  }
}
