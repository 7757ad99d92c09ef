import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import type { SubmittedFile } from '../../forms/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { PaperStore, type Kept } from '../../writing/index.js';
import { ReportFileRow } from './report-file-row.js';

/** A file that lies in a report. */
export type KeptReportFile = Kept<SubmittedFile>;

@Injectable()
export class ReportFileStore extends PaperStore {
  protected readonly rows = ReportFileRow;

  /** The same bytes in the reports of other organisations, for staff alone. */
  async alikeElsewhere(tx: Transaction, reportId: string, hashes: readonly string[]): Promise<KeptReportFile[]> {
    const where = { sha256: In([...hashes]), ownerId: Not(reportId), removedAt: IsNull() };
    const rows = await tx.manager.find(ReportFileRow, { where, order: { addedAt: 'ASC', id: 'ASC' } });
    return rows.map((row) => this.kept(row));
  }
}
