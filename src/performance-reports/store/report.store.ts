import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { requireOwnOrganization } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import type { PerformanceReport, ReportState } from '../domain/report.js';
import { PerformanceReportRow } from './performance-report-row.js';

export interface ReportFilter {
  readonly organizationId?: string;
  readonly states?: readonly ReportState[];
}

/** The rows of reports; an officer meets only those of their own organisation. */
@Injectable()
export class ReportStore {
  async add(
    tx: Transaction,
    report: Omit<
      PerformanceReport,
      'version' | 'round' | 'receivedNumber' | 'receivedOn' | 'submittedAt' | 'correctBy' | 'paperReceivedOn'
    >,
  ): Promise<void> {
    const first = { round: 0, version: 1, municipalityId: tx.municipalityId, openedAt: tx.now };
    await tx.manager.insert(PerformanceReportRow, { ...report, ...first });
  }

  /** Throws not-found, also for another organisation's officer. */
  async get(tx: Transaction, id: string): Promise<PerformanceReport> {
    return visible(tx, await tx.manager.findOneBy(PerformanceReportRow, { id }));
  }

  /** The same, and nobody else changes it until this transaction ends. */
  async getForUpdate(tx: Transaction, id: string): Promise<PerformanceReport> {
    const lock = { mode: 'pessimistic_write' } as const;
    return visible(tx, await tx.manager.findOne(PerformanceReportRow, { where: { id }, lock }));
  }

  /** For those who write in its sections: they do not wait for one another, only for who sends or returns it. */
  async getForEditing(tx: Transaction, id: string): Promise<PerformanceReport> {
    const lock = { mode: 'pessimistic_read' } as const;
    return visible(tx, await tx.manager.findOne(PerformanceReportRow, { where: { id }, lock }));
  }

  async ofGrant(tx: Transaction, grantId: string): Promise<PerformanceReport | null> {
    const row = await tx.manager.findOneBy(PerformanceReportRow, { grantId });
    return row && toReport(row);
  }

  async ofApplication(tx: Transaction, applicationId: string): Promise<PerformanceReport | null> {
    const row = await tx.manager.findOneBy(PerformanceReportRow, { applicationId });
    return row && visible(tx, row);
  }

  /** The one due first before the others. */
  async list(tx: Transaction, { organizationId, states }: ReportFilter = {}): Promise<PerformanceReport[]> {
    const rows = await tx.manager.find(PerformanceReportRow, {
      where: {
        ...(organizationId !== undefined && { organizationId }),
        ...(states && { state: In([...states]) }),
      },
      order: { dueOn: 'ASC', organizationName: 'ASC', id: 'ASC' },
    });
    return rows.map(toReport);
  }

  /** Whose project ended before this day and which nobody has sent yet. */
  async endedBefore(tx: Transaction, day: LocalDate): Promise<PerformanceReport[]> {
    const open = await this.list(tx, { states: ['open'] });
    return open.filter(({ completesOn }) => completesOn < day);
  }

  /** The caller holds the row. */
  async change(
    tx: Transaction,
    { id, version }: Pick<PerformanceReport, 'id' | 'version'>,
    changes: Partial<PerformanceReport>,
  ): Promise<void> {
    await tx.manager.update(PerformanceReportRow, { id }, { ...changes, version: version + 1 });
  }
}

function visible(tx: Transaction, row: PerformanceReportRow | null): PerformanceReport {
  if (!row) throw DomainError.notFound();
  requireOwnOrganization(tx.actor, row.organizationId);
  return toReport(row);
}

const toReport = ({ municipalityId: _town, openedAt: _opened, ...row }: PerformanceReportRow): PerformanceReport => ({
  ...row,
  fiscalYear: fiscalYear(row.fiscalYear),
});
