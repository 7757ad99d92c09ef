import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../kernel/actor.js';
import type { Transaction } from '../../platform/database/index.js';
import type { BatchTotal } from '../domain/payment-batch.js';
import { BatchConfirmationRow } from './batch-confirmation-row.js';

export type BatchConfirmation = Omit<BatchConfirmationRow, 'municipalityId' | 'batchId'>;

/** Who confirmed which file of a batch; one that was confirmed before an order left it is another file. */
@Injectable()
export class BatchConfirmationStore {
  /** The same person and file again change nothing. */
  async add(tx: Transaction, batchId: string, person: StaffActor, file: BatchTotal & { readonly sha256: string }) {
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(BatchConfirmationRow)
      .values({
        ...{ municipalityId: tx.municipalityId, batchId, staffId: person.staffId, staffName: person.name, at: tx.now },
        ...{ fileSha256: file.sha256, count: file.count, total: file.total },
        postNames: person.posts.map((post) => post.name).join('・'),
      })
      .orIgnore()
      .execute();
  }

  /** Oldest first. */
  async of(tx: Transaction, batchId: string): Promise<BatchConfirmation[]> {
    const rows = await tx.manager.find(BatchConfirmationRow, {
      where: { batchId },
      order: { at: 'ASC', staffId: 'ASC' },
    });
    return rows.map(({ municipalityId: _town, batchId: _batch, ...confirmation }) => confirmation);
  }
}
