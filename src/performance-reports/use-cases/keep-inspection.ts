import { Injectable } from '@nestjs/common';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import { inspectionFaults, keptInspection, type Inspection } from '../domain/inspection.js';
import { LONGEST_POINT } from '../domain/point.js';
import { placesOf, type ReportSubmission } from '../domain/report-content.js';
import type { PerformanceReport } from '../domain/report.js';
import { ReportInspectionStore } from '../store/report-inspection.store.js';
import { ReportSubmissionStore } from '../store/report-submission.store.js';
import { ReportStore } from '../store/report.store.js';

/** What the page of the inspection sends, whichever button is pressed. */
export interface InspectionForm extends Inspection {
  readonly reportId: string;
  /** The save that the page was filled from; 0 for the first. */
  readonly version: number;
}

export interface KeptForm extends Inspection {
  readonly report: PerformanceReport;
  readonly submission: ReportSubmission;
  readonly version: number;
}

/** Saves what the page of the inspection sends; saving, returning and ending all begin with it. */
@Injectable()
export class KeepInspection {
  constructor(
    private readonly reports: ReportStore,
    private readonly submissions: ReportSubmissionStore,
    private readonly inspections: ReportInspectionStore,
  ) {}

  /** Throws `reports.inspection-saved-by-another`, `reports.not-open`, faults at `lines.<id>.…` and `points.<place>`. */
  async keep(tx: Transaction, { reportId, version, ...form }: InspectionForm): Promise<KeptForm> {
    const report = await this.reports.getForUpdate(tx, reportId);
    if (report.state !== 'submitted') throw new DomainError('reports.not-open', 'conflict');
    const submission = await this.submissions.newest(tx, reportId);
    if (!submission) throw DomainError.notFound();
    const kept = keptInspection(form);
    const places = new Map(placesOf(submission.content).map(({ pointer, label }) => [pointer, label]));
    const lines = submission.content.account;
    if (kept.points.some(({ pointer }) => !places.has(pointer))) throw DomainError.notFound();
    if (kept.lines.some(({ lineId }) => !lines.some(({ id }) => id === lineId))) throw DomainError.notFound();
    refuseWhenFaulty([
      ...inspectionFaults(lines, kept.lines),
      ...kept.points
        .filter(({ text }) => [...text].length > LONGEST_POINT)
        .map(({ pointer }) => ({
          pointer: `points.${pointer}`,
          code: 'reports.inspection-text-too-long',
          params: { label: places.get(pointer) ?? '', most: LONGEST_POINT },
        })),
    ]);
    return { ...kept, report, submission, version: await this.inspections.save(tx, reportId, version, kept) };
  }
}
