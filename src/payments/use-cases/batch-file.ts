import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DomainError, type Fault } from '../../kernel/domain-error.js';
import type { Yen } from '../../kernel/yen.js';
import type { TownBank } from '../../municipalities/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { FileStore } from '../../platform/files/index.js';
import type { BatchTotal, PaymentBatch } from '../domain/payment-batch.js';
import { bankReference, orderNumberText } from '../domain/payment-order.js';
import { RecordReader, type FileShape, type ReadRecord } from '../domain/zengin/read-records.js';
import type { TransferHead, TransferLine } from '../domain/zengin/transfer.js';
import { countFaults, lineFaults, senderFaults } from '../domain/zengin/transfer-faults.js';
import { TransferProof } from '../domain/zengin/transfer-proof.js';
import { streamTransferFile } from '../domain/zengin/write-transfer-file.js';
import { BatchLineStore, type BatchLine } from '../store/batch-line.store.js';

/** The file of a batch as it reads, whether it is kept already or would be made now. */
export interface BatchSheet extends BatchTotal {
  readonly sha256: string;
  readonly shape: FileShape;
}

/** As many as a clerk mends in one go; a bank that dislikes a symbol would fill pages with the rest. */
const MOST_FAULTS = 100;

/** The bank's file of a batch: written line by line as the lines are read, and read back by the bank's own columns. */
@Injectable()
export class BatchFile {
  constructor(
    private readonly lines: BatchLineStore,
    private readonly files: FileStore,
  ) {}

  /** What the bank would refuse, each with the order that it stands in; empty when the file can be made. */
  async faults(tx: Transaction, bank: TownBank, batch: PaymentBatch): Promise<Fault[]> {
    const faults = senderFaults({ sender: bank, format: bank, paymentDate: batch.paymentDate }).map((fault) =>
      placed(fault, '依頼人（町の口座）'),
    );
    let count = 0;
    for await (const line of this.lines.of(tx, batch.id)) {
      count += 1;
      if (faults.length >= MOST_FAULTS) break;
      const place = `${orderNumberText(line.fiscalYear, line.number ?? 0)} ${line.organizationName}`;
      faults.push(...lineFaults('', transferLineOf(line), bank).map((fault) => placed(fault, place)));
    }
    return [...faults, ...(faults.length < MOST_FAULTS ? countFaults(count) : [])];
  }

  /** Block by block; the same lines give the same bytes each time. Ask `faults` first. */
  blocks(tx: Transaction, bank: TownBank, batch: PaymentBatch): AsyncGenerator<Buffer> {
    return streamTransferFile(headOf(bank, batch), transferLines(this.lines.of(tx, batch.id)));
  }

  /**
   * Makes the file without keeping it and reads it back with the bank's eyes; `onRecord` sees every record. A plain Error
   * when it reads otherwise than meant: no such file may ever leave.
   */
  async make(
    tx: Transaction,
    bank: TownBank,
    batch: PaymentBatch,
    onRecord: (record: ReadRecord) => void = () => undefined,
  ): Promise<BatchSheet> {
    const head = headOf(bank, batch);
    const proof = new TransferProof(head);
    const total = { count: 0, total: 0n };
    const meant = async function* (lines: AsyncIterable<TransferLine>): AsyncGenerator<TransferLine> {
      for await (const line of lines) {
        proof.meant(line);
        total.count += 1;
        total.total += line.amount;
        yield line;
      }
    };
    const blocks = streamTransferFile(head, meant(transferLines(this.lines.of(tx, batch.id))));
    const { sha256, shape } = await readBlocks(blocks, (record) => {
      proof.read(record);
      onRecord(record);
    });
    if (!proof.end(shape)) throw new Error(`the file of batch ${batch.id} reads otherwise than meant`);
    return { sha256, shape, count: total.count, total: total.total as Yen };
  }

  /** The file that is kept, read block by block. */
  async read(tx: Transaction, batch: PaymentBatch, onRecord: (record: ReadRecord) => void): Promise<BatchSheet> {
    if (!batch.file) throw DomainError.notFound();
    const { sha256, shape } = await readBlocks(this.files.blocks(tx, batch.file.sha256), onRecord);
    if (sha256 !== batch.file.sha256) throw new Error(`the file of batch ${batch.id} does not have its hash`);
    return { sha256, shape, count: batch.count, total: batch.total };
  }
}

async function readBlocks(
  blocks: AsyncIterable<Uint8Array>,
  onRecord: (record: ReadRecord) => void,
): Promise<Pick<BatchSheet, 'sha256' | 'shape'>> {
  const hash = createHash('sha256');
  const reader = new RecordReader(onRecord);
  for await (const block of blocks) {
    hash.update(block);
    reader.block(block);
  }
  return { sha256: hash.digest('hex'), shape: reader.end() };
}

const headOf = (bank: TownBank, { paymentDate }: PaymentBatch): TransferHead => ({
  sender: bank,
  format: bank,
  paymentDate,
});

const transferLineOf = (line: BatchLine): TransferLine => ({
  ...line.payee,
  amount: line.amount,
  reference: bankReference(line),
});

async function* transferLines(lines: AsyncIterable<BatchLine>): AsyncGenerator<TransferLine> {
  for await (const line of lines) yield transferLineOf(line);
}

const placed = (fault: Fault, place: string): Fault => ({
  pointer: '',
  code: fault.code,
  params: { ...fault.params, place },
});
