import { Injectable } from '@nestjs/common';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { Transaction } from '../../platform/database/index.js';
import { LapsedCommitmentRow } from './lapsed-commitment-row.js';

/** 不用 of one grant: what was committed for it and never ordered when its year was closed. */
export type LapsedOfGrant = Omit<LapsedCommitmentRow, 'municipalityId'>;

const ROWS_AT_ONCE = 1000;

@Injectable()
export class LapsedCommitmentStore {
  async add(tx: Transaction, lapsed: readonly LapsedOfGrant[]): Promise<void> {
    const rows = lapsed.map((each) => ({ ...each, municipalityId: tx.municipalityId }));
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
      await tx.manager.insert(LapsedCommitmentRow, rows.slice(from, from + ROWS_AT_ONCE));
  }

  /** Of every closed year. */
  all(tx: Transaction): Promise<LapsedOfGrant[]> {
    return tx.manager.find(LapsedCommitmentRow);
  }

  ofYear(tx: Transaction, year: FiscalYear): Promise<LapsedOfGrant[]> {
    return tx.manager.find(LapsedCommitmentRow, {
      where: { fiscalYear: year },
      order: { programName: 'ASC', organizationName: 'ASC', grantId: 'ASC' },
    });
  }

  /** With the closing of its own year; what was carried over may lapse with the next. */
  ofGrant(tx: Transaction, grantId: string): Promise<LapsedOfGrant | null> {
    return tx.manager.findOne(LapsedCommitmentRow, { where: { grantId }, order: { fiscalYear: 'ASC' } });
  }
}
