import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { GrantReport, ReportState } from '../domain/grant-report.js';
import { GrantReportRow } from './grant-report-row.js';

type Begun = Pick<GrantReport, 'id' | 'grantId' | 'organizationId' | 'kind' | 'state'>;

@Injectable()
export class GrantReportStore {
  async add(tx: Transaction, report: Begun & Partial<GrantReport>): Promise<void> {
    const blank = { version: 1, request: '', happening: '', outlook: '', staffNote: '', returnNote: '' };
    await tx.manager.insert(GrantReportRow, { ...blank, ...report, municipalityId: tx.municipalityId } as never);
  }

  /** Locked for the rest of the transaction. Throws not-found. */
  async lock(tx: Transaction, id: string): Promise<GrantReport> {
    return toReport(await tx.manager.findOne(GrantReportRow, { where: { id }, lock: { mode: 'pessimistic_write' } }));
  }

  /** Throws not-found. */
  async find(tx: Transaction, id: string): Promise<GrantReport> {
    return toReport(await tx.manager.findOneBy(GrantReportRow, { id }));
  }

  async ofRequest(tx: Transaction, requestId: string): Promise<GrantReport | null> {
    const row = await tx.manager.findOneBy(GrantReportRow, { requestId });
    return row && toReport(row);
  }

  /** In the order in which they are due or came. */
  async ofGrant(tx: Transaction, grantId: string): Promise<GrantReport[]> {
    const rows = await tx.manager.find(GrantReportRow, { where: { grantId }, order: { dueOn: 'ASC', sentAt: 'ASC' } });
    return rows.map(toReport);
  }

  async inStates(tx: Transaction, states: readonly ReportState[], organizationId?: string): Promise<GrantReport[]> {
    const rows = await tx.manager.find(GrantReportRow, {
      where: { state: In([...states]), ...(organizationId !== undefined && { organizationId }) },
      order: { dueOn: 'ASC', sentAt: 'ASC', id: 'ASC' },
    });
    return rows.map(toReport);
  }

  /** In the order of their ids, so that nobody waits for another in a circle. */
  async lockAll(tx: Transaction, ids: readonly string[]): Promise<void> {
    for (const id of [...ids].sort()) await this.lock(tx, id);
  }

  async change(tx: Transaction, { id, version }: GrantReport, changes: Partial<GrantReport>): Promise<void> {
    const key = { municipalityId: tx.municipalityId, id };
    await tx.manager.update(GrantReportRow, key, { ...changes, version: version + 1 } as never);
  }
}

function toReport(row: GrantReportRow | null): GrantReport {
  if (!row) throw DomainError.notFound();
  const { municipalityId: _town, ...report } = row;
  return report;
}
