import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../platform/database/index.js';
import type { ReportPoint } from '../domain/point.js';
import { ReportPointRow } from './report-point-row.js';

@Injectable()
export class ReportPointStore {
  async add(
    tx: Transaction,
    reportId: string,
    round: number,
    points: readonly Pick<ReportPoint, 'pointer' | 'label' | 'text'>[],
  ): Promise<void> {
    const made = {
      municipalityId: tx.municipalityId,
      madeBy: tx.actor.name,
      madeAt: tx.now,
      answer: null,
      answeredBy: null,
    };
    for (const [position, point] of points.entries()) {
      await tx.manager.insert(ReportPointRow, { ...point, ...made, id: randomUUID(), reportId, round, position });
    }
  }

  /** Newest round first, in the order of the report. */
  async of(tx: Transaction, reportId: string): Promise<ReportPoint[]> {
    const rows = await tx.manager.find(ReportPointRow, {
      where: { reportId },
      order: { round: 'DESC', position: 'ASC' },
    });
    return rows.map(({ municipalityId: _town, reportId: _report, position: _position, ...point }) => point);
  }

  /** Blank: the organisation changed what was pointed at. */
  async answer(tx: Transaction, id: string, answer: string): Promise<void> {
    await tx.manager.update(ReportPointRow, { id }, { answer, answeredBy: tx.actor.name });
  }
}
