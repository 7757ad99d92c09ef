import { Injectable } from '@nestjs/common';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import type { Transaction } from '../../platform/database/index.js';
import type { LateAcceptance } from '../domain/submission-window.js';
import { LateAcceptanceRow } from './late-acceptance-row.js';

/** 期限後の受付: written once, never changed. */
@Injectable()
export class LateAcceptanceStore {
  async add(tx: Transaction, allowed: Omit<LateAcceptance, 'allowedAt' | 'allowedBy'>): Promise<void> {
    const made = { allowedAt: tx.now, allowedBy: tx.actor.name };
    await tx.manager.insert(LateAcceptanceRow, { ...allowed, ...made, municipalityId: tx.municipalityId });
  }

  /** Newest first. */
  async list(
    tx: Transaction,
    key: Partial<Pick<LateAcceptance, 'organizationId' | 'programId' | 'fiscalYear' | 'id'>>,
  ): Promise<LateAcceptance[]> {
    const rows = await tx.manager.find(LateAcceptanceRow, { where: key, order: { allowedAt: 'DESC', id: 'ASC' } });
    return rows.map(({ municipalityId: _town, ...row }) => ({ ...row, fiscalYear: fiscalYear(row.fiscalYear) }));
  }
}
