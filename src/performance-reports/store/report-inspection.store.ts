import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Inspection, InspectionOutcome } from '../domain/inspection.js';
import { ReportInspectionOutcomeRow } from './report-inspection-outcome-row.js';
import { ReportInspectionRow } from './report-inspection-row.js';

/** An inspection being worked on; version 0 while nobody has saved anything. */
export interface KeptInspection extends Inspection {
  readonly version: number;
  readonly changedAt: Date | null;
  readonly changedBy: string | null;
}

const UNTOUCHED: KeptInspection = {
  ...{ answers: [], lines: [], points: [], version: 0, changedAt: null, changedBy: null },
};

@Injectable()
export class ReportInspectionStore {
  async of(tx: Transaction, reportId: string): Promise<KeptInspection> {
    const row = await tx.manager.findOneBy(ReportInspectionRow, { reportId });
    return row ?? UNTOUCHED;
  }

  /** The caller holds the report's row, so two first saves cannot meet. Throws stale with the name of who saved. */
  async save(tx: Transaction, reportId: string, version: number, kept: Inspection): Promise<number> {
    const current = await this.of(tx, reportId);
    if (current.version !== version) {
      throw new DomainError('reports.inspection-saved-by-another', 'stale', { name: current.changedBy ?? '' });
    }
    const { answers, lines, points } = kept;
    const next = { answers, lines, points, version: version + 1, changedAt: tx.now, changedBy: tx.actor.name };
    await tx.manager.upsert(ReportInspectionRow, { ...next, municipalityId: tx.municipalityId, reportId } as never, [
      'municipalityId',
      'reportId',
    ]);
    return next.version;
  }

  async close(tx: Transaction, reportId: string, ended: Omit<InspectionOutcome, 'madeAt' | 'madeBy'>): Promise<void> {
    const madeByStaff = tx.actor.kind === 'staff' ? tx.actor.staffId : null;
    const made = { municipalityId: tx.municipalityId, madeAt: tx.now, madeBy: tx.actor.name, madeByStaff };
    await tx.manager.insert(ReportInspectionOutcomeRow, { ...ended, ...made, id: randomUUID(), reportId } as never);
  }

  /** Newest first. */
  async outcomes(tx: Transaction, reportId: string): Promise<InspectionOutcome[]> {
    const rows = await tx.manager.find(ReportInspectionOutcomeRow, { where: { reportId }, order: { madeAt: 'DESC' } });
    return rows.map(
      ({ municipalityId: _town, id: _id, reportId: _report, madeByStaff: _staff, ...outcome }) => outcome,
    );
  }
}
