import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import type { BatchTotal, PaymentBatch } from '../domain/payment-batch.js';
import { PaymentBatchRow } from './payment-batch-row.js';

type BatchChange = Partial<Omit<PaymentBatchRow, 'municipalityId' | 'id' | 'version'>>;

@Injectable()
export class PaymentBatchStore {
  async insert(
    tx: Transaction,
    batch: {
      readonly id: string;
      readonly paymentDate: LocalDate;
      readonly number: number;
      readonly collectedBy: string;
    } & BatchTotal,
  ): Promise<void> {
    await tx.manager.insert(PaymentBatchRow, {
      ...batch,
      municipalityId: tx.municipalityId,
      state: 'collected',
      collectedAt: tx.now,
      version: 1,
    });
  }

  async find(tx: Transaction, id: string): Promise<PaymentBatch> {
    const row = await tx.manager.findOneBy(PaymentBatchRow, { id });
    if (!row) throw DomainError.notFound();
    return toBatch(row);
  }

  /** A second click waits here until the first is done, and then finds its result. */
  async lock(tx: Transaction, id: string): Promise<PaymentBatch> {
    const row = await tx.manager.findOne(PaymentBatchRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw DomainError.notFound();
    return toBatch(row);
  }

  async list(tx: Transaction): Promise<PaymentBatch[]> {
    const rows = await tx.manager.find(PaymentBatchRow, { order: { paymentDate: 'DESC', number: 'DESC' } });
    return rows.map(toBatch);
  }

  async change(tx: Transaction, batch: PaymentBatch, change: BatchChange): Promise<void> {
    const { id, version } = batch;
    const done = await tx.manager.update(PaymentBatchRow, { id, version }, { ...change, version: version + 1 });
    if (done.affected !== 1) throw DomainError.stale();
  }
}

function toBatch(row: PaymentBatchRow): PaymentBatch {
  const { municipalityId: _town, releasedBy: _by, releasedAt, fileSha256, fileName, ...batch } = row;
  const released = fileSha256 !== null && fileName !== null && releasedAt !== null;
  return { ...batch, file: released ? { sha256: fileSha256, name: fileName, releasedAt } : null };
}
