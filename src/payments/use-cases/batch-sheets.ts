import { Injectable } from '@nestjs/common';
import type { Fault } from '../../kernel/domain-error.js';
import { Municipalities } from '../../municipalities/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { PaymentBatch } from '../domain/payment-batch.js';
import type { ReadRecord } from '../domain/zengin/read-records.js';
import { BatchFile, type BatchSheet } from './batch-file.js';
import { bankOf } from './batch-rules.js';

/** What 送付書 says of a batch; null while the bank would refuse its file (`faults`). */
export interface SeenSheet {
  readonly sheet: BatchSheet | null;
  readonly faults: readonly Fault[];
}

/** Batches whose sheet is remembered; the oldest is forgotten first. */
const MOST_REMEMBERED = 50;

/**
 * 送付書 of batches. Writing the file of a hundred thousand lines only to say its hash takes seconds, and a batch's page is
 * opened again and again: as long as neither the batch nor the bank's terms change, the lines do not either, as payees are
 * frozen in their orders. Each process remembers what it read; releasing and confirming always read the lines anew.
 */
@Injectable()
export class BatchSheets {
  private readonly seen = new Map<string, SeenSheet>();

  constructor(
    private readonly municipalities: Municipalities,
    private readonly batchFile: BatchFile,
  ) {}

  async of(tx: Transaction, batch: PaymentBatch): Promise<SeenSheet> {
    const bank = batch.file ? null : bankOf(await this.municipalities.of(tx));
    const key = JSON.stringify([tx.municipalityId, batch.id, batch.version, batch.file?.sha256, bank]);
    const known = this.seen.get(key);
    if (known) return known;
    const sheet = await this.read(tx, batch);
    this.seen.set(key, sheet);
    const [oldest] = this.seen.keys();
    if (this.seen.size > MOST_REMEMBERED && oldest !== undefined) this.seen.delete(oldest);
    return sheet;
  }

  /** Reads it anew; `onRecord` sees every record as the bank reads it. */
  async read(
    tx: Transaction,
    batch: PaymentBatch,
    onRecord: (record: ReadRecord) => void = () => undefined,
  ): Promise<SeenSheet> {
    if (batch.file) return { sheet: await this.batchFile.read(tx, batch, onRecord), faults: [] };
    if (batch.state === 'dissolved') return { sheet: null, faults: [] };
    const bank = bankOf(await this.municipalities.of(tx));
    const faults = await this.batchFile.faults(tx, bank, batch);
    if (faults.length > 0) return { sheet: null, faults };
    return { sheet: await this.batchFile.make(tx, bank, batch, onRecord), faults };
  }
}
