import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import { RecordDisposalRow } from './record-disposal-row.js';

/** That the town's papers of a grant may go: who said so, when, and by which draft. */
export interface RecordDisposal {
  readonly grantId: string;
  readonly retainedUntil: LocalDate;
  readonly decidedOn: LocalDate;
  readonly draftNumber: string;
  readonly recordedBy: string;
}

@Injectable()
export class RecordDisposalStore {
  /** Says whether it was added: a second record of the same grant adds nothing. */
  async add(tx: Transaction, disposal: RecordDisposal): Promise<boolean> {
    const { raw } = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(RecordDisposalRow)
      .values({ ...disposal, id: randomUUID(), municipalityId: tx.municipalityId, recordedAt: tx.now })
      .orIgnore()
      .returning('id')
      .execute();
    return Array.isArray(raw) && raw.length > 0;
  }

  async all(tx: Transaction): Promise<ReadonlyMap<string, RecordDisposal>> {
    const rows = await tx.manager.find(RecordDisposalRow);
    return new Map(rows.map((row) => [row.grantId, row]));
  }
}
