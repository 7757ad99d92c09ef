import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Any } from 'typeorm';
import { fiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Assessment } from '../domain/revenue.js';
import { RevenueAssessmentRow } from './revenue-assessment-row.js';

@Injectable()
export class RevenueAssessmentStore {
  async add(tx: Transaction, assessment: Omit<Assessment, 'number' | 'assessedOn'>): Promise<void> {
    await tx.manager.insert(RevenueAssessmentRow, {
      ...assessment,
      number: await this.takeNumber(tx, assessment.fiscalYear),
      ...{ municipalityId: tx.municipalityId, id: randomUUID(), assessedOn: tx.today },
      ...{ recordedAt: tx.now, recordedBy: tx.actor.name },
    });
  }

  /** In the order of their numbers. */
  async ofDemands(tx: Transaction, demandIds: readonly string[]): Promise<Assessment[]> {
    const rows = await tx.manager.find(RevenueAssessmentRow, {
      where: { demandId: Any([...demandIds]) },
      order: { fiscalYear: 'ASC', number: 'ASC' },
    });
    return rows.map(({ municipalityId: _town, id: _id, recordedAt: _at, recordedBy: _by, ...row }) => ({
      ...row,
      fiscalYear: fiscalYear(row.fiscalYear),
    }));
  }

  /** The next number of the year. A transaction that fails gives it back. */
  private async takeNumber(tx: Transaction, year: FiscalYear): Promise<number> {
    const [taken] = await tx.query<{ last_number: number }>(
      `INSERT INTO revenue_series (municipality_id, fiscal_year, last_number) VALUES ($1, $2, 1)
       ON CONFLICT (municipality_id, fiscal_year) DO UPDATE SET last_number = revenue_series.last_number + 1
       RETURNING last_number`,
      [tx.municipalityId, year],
    );
    if (!taken) throw new Error('the series of 調定 returned no number');
    return taken.last_number;
  }
}
