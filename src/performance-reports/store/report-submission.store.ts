import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { ReportSubmission } from '../domain/report-content.js';
import { ReportSubmissionRow } from './report-submission-row.js';

@Injectable()
export class ReportSubmissionStore {
  async add(
    tx: Transaction,
    submission: Omit<ReportSubmission, 'submittedAt' | 'submittedBy'> & { readonly requestId: string },
  ): Promise<void> {
    const act = { submittedAt: tx.now, submittedBy: tx.actor.name };
    await tx.manager.insert(ReportSubmissionRow, {
      ...{ ...submission, ...act, municipalityId: tx.municipalityId },
    } as never);
  }

  /** Newest round first. */
  async of(tx: Transaction, reportId: string): Promise<ReportSubmission[]> {
    const rows = await tx.manager.find(ReportSubmissionRow, { where: { reportId }, order: { round: 'DESC' } });
    return rows.map(({ municipalityId: _town, requestId: _request, ...submission }) => submission);
  }

  async newest(tx: Transaction, reportId: string): Promise<ReportSubmission | null> {
    return (await this.of(tx, reportId))[0] ?? null;
  }

  async hasRequest(tx: Transaction, reportId: string, requestId: string): Promise<boolean> {
    return tx.manager.existsBy(ReportSubmissionRow, { reportId, requestId });
  }
}
