import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../platform/database/index.js';
import type { CorrectionPoint } from '../domain/correction-points.js';
import { ApplicationPointRow } from './application-point-row.js';

/** The points of returns and their answers. */
@Injectable()
export class PointStore {
  async add(
    tx: Transaction,
    applicationId: string,
    round: number,
    points: readonly Pick<CorrectionPoint, 'pointer' | 'label' | 'text'>[],
  ): Promise<void> {
    const made = { municipalityId: tx.municipalityId, applicationId, round, madeBy: tx.actor.name, madeAt: tx.now };
    const unanswered = { answer: null, answeredBy: null, answeredAt: null };
    await tx.manager.insert(
      ApplicationPointRow,
      points.map((point, position) => ({ ...point, ...made, ...unanswered, id: randomUUID(), position })),
    );
  }

  /** Newest round first, each in the order in which the points were made. */
  async of(tx: Transaction, applicationId: string): Promise<CorrectionPoint[]> {
    const rows = await tx.manager.find(ApplicationPointRow, {
      where: { applicationId },
      order: { round: 'DESC', position: 'ASC' },
    });
    return rows.map(
      ({ municipalityId: _town, applicationId: _application, position: _position, answeredAt: _at, ...point }) => point,
    );
  }

  async answer(tx: Transaction, id: string, answer: string): Promise<void> {
    await tx.manager.update(ApplicationPointRow, { id }, { answer, answeredBy: tx.actor.name, answeredAt: tx.now });
  }
}
