import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { In, IsNull, Not } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { ReportFile } from '../domain/report-content.js';
import { ReportFileRow } from './report-file-row.js';

/** A file that lies in a report. */
export interface KeptReportFile extends ReportFile {
  readonly id: string;
  readonly reportId: string;
}

@Injectable()
export class ReportFileStore {
  async add(tx: Transaction, reportId: string, file: ReportFile): Promise<string> {
    const id = randomUUID();
    const added = { municipalityId: tx.municipalityId, addedAt: tx.now, addedBy: tx.actor.name, removedAt: null };
    await tx.manager.insert(ReportFileRow, { ...file, ...added, id, reportId });
    return id;
  }

  /** In the order in which they were added. */
  async of(tx: Transaction, reportIds: readonly string[]): Promise<KeptReportFile[]> {
    const where = { reportId: In([...reportIds]), removedAt: IsNull() };
    const rows = await tx.manager.find(ReportFileRow, { where, order: { addedAt: 'ASC', id: 'ASC' } });
    return rows.map(toFile);
  }

  /** The reports in which these bytes lie. */
  async reportsWith(tx: Transaction, sha256: string): Promise<string[]> {
    const rows = await tx.manager.findBy(ReportFileRow, { sha256, removedAt: IsNull() });
    return [...new Set(rows.map(({ reportId }) => reportId))];
  }

  /** The same bytes in the reports of other organisations, for staff alone. */
  async alikeElsewhere(tx: Transaction, reportId: string, hashes: readonly string[]): Promise<KeptReportFile[]> {
    const where = { sha256: In([...hashes]), reportId: Not(reportId), removedAt: IsNull() };
    const rows = await tx.manager.find(ReportFileRow, { where, order: { addedAt: 'ASC', id: 'ASC' } });
    return rows.map(toFile);
  }

  /** The row stays, so that an earlier round can still name it. Returns what it was; throws not-found. */
  async remove(tx: Transaction, reportId: string, id: string): Promise<KeptReportFile> {
    const where = { reportId, id, removedAt: IsNull() };
    const row = await tx.manager.findOneBy(ReportFileRow, where);
    if (!row) throw DomainError.notFound();
    await tx.manager.update(ReportFileRow, where, { removedAt: tx.now });
    return toFile(row);
  }
}

const toFile = ({ municipalityId: _town, addedAt: _at, addedBy: _by, removedAt: _removed, ...file }: ReportFileRow) =>
  file;
