import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CasePapers, type CaseFile, type PaperSource } from '../../cases/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { DeterminationStore } from '../store/determination.store.js';
import { ReportSubmissionStore } from '../store/report-submission.store.js';
import { ReportStore } from '../store/report.store.js';

/** The report of a case, its rounds and its 額の確定, with receipts, photographs and everything else that was sent. */
@Injectable()
export class ReportPapers implements PaperSource, OnModuleInit {
  constructor(
    private readonly casePapers: CasePapers,
    private readonly reports: ReportStore,
    private readonly submissions: ReportSubmissionStore,
    private readonly determinations: DeterminationStore,
  ) {}

  onModuleInit(): void {
    this.casePapers.register(this);
  }

  async recordsOf(tx: Transaction, caseId: string): Promise<string[]> {
    const report = await this.reports.ofApplication(tx, caseId);
    if (!report) return [];
    const determination = await this.determinations.ofGrant(tx, report.grantId);
    const rounds = await this.submissions.of(tx, report.id);
    return [report.id, ...rounds.map(({ id }) => id), ...(determination ? [determination.id] : [])];
  }

  async filesOf(tx: Transaction, caseId: string): Promise<CaseFile[]> {
    const report = await this.reports.ofApplication(tx, caseId);
    const rounds = report ? (await this.submissions.of(tx, report.id)).toReversed() : [];
    return rounds.flatMap(({ round, content }) =>
      content.files.map(({ name, sha256 }) => ({ folder: `実績報告（第${String(round)}回の提出）`, name, sha256 })),
    );
  }
}
