import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import type { Rectification } from '../domain/rectification.js';
import { ApplicationRectificationRow } from './application-rectification-row.js';

type NewRectification = Omit<Rectification, 'number' | 'rectifiedAt' | 'rectifiedBy'> & { readonly requestId: string };

/** What staff put right, written once. */
@Injectable()
export class RectificationStore {
  /** The caller holds the application, so that numbers follow one another. */
  async add(tx: Transaction, applicationId: string, rectification: NewRectification): Promise<void> {
    const number = (await tx.manager.countBy(ApplicationRectificationRow, { applicationId })) + 1;
    await tx.manager.insert(ApplicationRectificationRow, {
      ...rectification,
      ...{ applicationId, number, municipalityId: tx.municipalityId },
      ...{ rectifiedAt: tx.now, rectifiedBy: tx.actor.name },
    });
  }

  /** By application, oldest first. */
  async of(tx: Transaction, applicationIds: readonly string[]): Promise<ReadonlyMap<string, readonly Rectification[]>> {
    if (applicationIds.length === 0) return new Map();
    const rows = await tx.manager.find(ApplicationRectificationRow, {
      where: { applicationId: In([...applicationIds]) },
      order: { applicationId: 'ASC', number: 'ASC' },
    });
    return new Map(
      applicationIds.map((id) => [id, rows.filter(({ applicationId }) => applicationId === id).map(toRectification)]),
    );
  }

  hasRequest(tx: Transaction, applicationId: string, requestId: string): Promise<boolean> {
    return tx.manager.existsBy(ApplicationRectificationRow, { applicationId, requestId });
  }
}

const toRectification = ({
  municipalityId: _town,
  applicationId: _application,
  requestId: _request,
  ...rectification
}: ApplicationRectificationRow): Rectification => rectification;
