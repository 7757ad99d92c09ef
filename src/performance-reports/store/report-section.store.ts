import { Injectable } from '@nestjs/common';
import { IsNull, type FindOptionsOrder, type FindOptionsWhere } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import { SectionStore } from '../../writing/index.js';
import { ReportSectionRevisionRow } from './report-section-revision-row.js';
import { ReportSectionRow } from './report-section-row.js';

/** The sections of reports; a receipt is one of its own, which can be taken out again. */
@Injectable()
export class ReportSectionStore extends SectionStore {
  protected readonly rows = ReportSectionRow;
  protected readonly revisions = ReportSectionRevisionRow;
  /** Receipts stand as they were added. */
  protected override readonly order: FindOptionsOrder<ReportSectionRow> = { openedAt: 'ASC', name: 'ASC' };

  /** The row stays with everything that was written in it. */
  async remove(tx: Transaction, ownerId: string, name: string): Promise<void> {
    await tx.manager.update(ReportSectionRow, { ownerId, name }, { removedAt: tx.now });
  }

  protected override opened(tx: Transaction): Pick<ReportSectionRow, 'openedAt' | 'removedAt'> {
    return { openedAt: tx.now, removedAt: null };
  }

  protected override standing(): FindOptionsWhere<ReportSectionRow> {
    return { removedAt: IsNull() };
  }
}
