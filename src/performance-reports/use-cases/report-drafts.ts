import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { ReportStore } from '../store/report.store.js';
import { PrepareReport, type PreparedReport } from './prepare-report.js';
import { requireReportWriter } from './report-writer.js';

/** Reports as those see them who write them. */
@Injectable()
export class ReportDrafts {
  constructor(
    private readonly reports: ReportStore,
    private readonly preparation: PrepareReport,
  ) {}

  /** Throws not-found for everyone but those who write it. */
  async get(tx: Transaction, id: string): Promise<PreparedReport> {
    const report = await this.reports.get(tx, id);
    requireReportWriter(tx.actor, report);
    return this.preparation.prepare(tx, report);
  }
}
