import { Injectable } from '@nestjs/common';
import { HALL_DUTIES, requireDuty, requireOwnOrganization } from '../../kernel/actor.js';
import type { Transaction } from '../../platform/database/index.js';
import type { ReportPoint } from '../domain/point.js';
import type { ReportSubmission } from '../domain/report-content.js';
import type { PerformanceReport, ReportState } from '../domain/report.js';
import { ReportPointStore } from '../store/report-point.store.js';
import { ReportSubmissionStore } from '../store/report-submission.store.js';
import { ReportStore } from '../store/report.store.js';

/** The reports as the desks and later stages read them, through the actor. */
@Injectable()
export class ReportDirectory {
  constructor(
    private readonly reports: ReportStore,
    private readonly submissions: ReportSubmissionStore,
    private readonly points: ReportPointStore,
  ) {}

  /** Throws not-found for another organisation's officer. */
  get(tx: Transaction, id: string): Promise<PerformanceReport> {
    return this.reports.get(tx, id);
  }

  /** null where the programme asks for none, and before the letter of the decision. */
  ofApplication(tx: Transaction, applicationId: string): Promise<PerformanceReport | null> {
    return this.reports.ofApplication(tx, applicationId);
  }

  forOrganization(tx: Transaction, organizationId: string): Promise<PerformanceReport[]> {
    requireOwnOrganization(tx.actor, organizationId);
    return this.reports.list(tx, { organizationId });
  }

  /** The one due first before the others. Staff only. */
  list(tx: Transaction, states?: readonly ReportState[]): Promise<PerformanceReport[]> {
    requireDuty(tx.actor, ...HALL_DUTIES);
    return this.reports.list(tx, states ? { states } : {});
  }

  /** Every round that was sent, newest first. */
  async submissionsOf(tx: Transaction, id: string): Promise<ReportSubmission[]> {
    const report = await this.reports.get(tx, id);
    return this.submissions.of(tx, report.id);
  }

  /** The points of every return, newest round first. */
  async pointsOf(tx: Transaction, id: string): Promise<ReportPoint[]> {
    const report = await this.reports.get(tx, id);
    return this.points.of(tx, report.id);
  }
}
