import { Injectable } from '@nestjs/common';
import { fiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import type { Transaction } from '../../platform/database/index.js';
import type { PublicGrant } from '../domain/public-grant.js';
import { PublicGrantRow } from './public-grant-row.js';

@Injectable()
export class PublicGrantStore {
  /** The same grant twice is one row, so that an event delivered again changes nothing; a payment known stays known. */
  async put(tx: Transaction, grant: Omit<PublicGrant, 'paidOn' | 'paidAmount'>): Promise<void> {
    await tx.manager.upsert(PublicGrantRow, { ...grant, municipalityId: tx.municipalityId }, ['municipalityId', 'id']);
  }

  async remove(tx: Transaction, id: string): Promise<void> {
    await tx.manager.delete(PublicGrantRow, { id });
  }

  async payments(tx: Transaction, id: string, paid: Pick<PublicGrant, 'paidAmount' | 'paidOn'>): Promise<void> {
    await tx.manager.update(PublicGrantRow, { id }, paid);
  }

  /** By district and organisation, as their names are written. */
  async ofYear(tx: Transaction, year: FiscalYear): Promise<PublicGrant[]> {
    const rows = await tx.manager.find(PublicGrantRow, {
      where: { fiscalYear: year },
      order: { districtName: 'ASC', organizationName: 'ASC', programName: 'ASC', id: 'ASC' },
    });
    return rows.map(({ municipalityId: _town, ...grant }) => ({ ...grant, fiscalYear: fiscalYear(grant.fiscalYear) }));
  }

  /** Newest first. */
  async years(tx: Transaction): Promise<FiscalYear[]> {
    const rows = await tx.query<{ fiscal_year: number }>(
      'SELECT DISTINCT fiscal_year FROM public_grants ORDER BY fiscal_year DESC',
    );
    return rows.map((row) => fiscalYear(row.fiscal_year));
  }
}
