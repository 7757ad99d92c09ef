import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { Municipalities } from '../../municipalities/index.js';
import { cutOffFor, earliestPaymentDate } from '../../platform/calendar/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { FileStore } from '../../platform/files/index.js';
import { totalOf, type BatchTotal, type PaymentBatch } from '../domain/payment-batch.js';
import type { PaymentOrder } from '../domain/payment-order.js';
import { readTransferFile, type ReadTransfer } from '../domain/zengin/read-transfer-file.js';
import { PaymentBatchStore } from '../store/payment-batch.store.js';
import { PaymentInstructionStore } from '../store/payment-instruction.store.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';
import { bankOf } from './batch-rules.js';
import { Payees } from './payees.js';

export interface BatchDesk {
  readonly accepted: readonly PaymentOrder[];
  readonly batches: readonly PaymentBatch[];
  /** By order: why its payee must wait (`payments.hold-*`), of those that wait for a batch. */
  readonly holds: ReadonlyMap<string, string>;
  /** By batch not yet released: how many of its payees must wait. */
  readonly heldIn: ReadonlyMap<string, number>;
  /** The first payment date still possible today, and the day until which the bank takes a file for it. */
  readonly earliest: LocalDate;
  readonly cutOff: LocalDate;
}

export interface BatchPage {
  readonly batch: PaymentBatch;
  readonly orders: readonly PaymentOrder[];
  /** By order: why its payee must wait (`payments.hold-*`); empty once the file is made. */
  readonly holds: ReadonlyMap<string, string>;
  /** By order: the day on which the bank said that this attempt to pay it had failed. */
  readonly failed: ReadonlyMap<string, LocalDate>;
  /** What the orders add up to, beside what the batch states. */
  readonly proved: BatchTotal;
  readonly cutOff: LocalDate;
  /** The released file as the bank will read it. */
  readonly read: ReadTransfer | null;
}

const SEES_BATCHES = ['treasury-check', 'treasury-decide', 'audit'] as const;

/** What the treasury sees of its batches, in a town that makes the bank's file itself. */
@Injectable()
export class ViewBatches {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly municipalities: Municipalities,
    private readonly orders: PaymentOrderStore,
    private readonly batches: PaymentBatchStore,
    private readonly instructions: PaymentInstructionStore,
    private readonly payees: Payees,
    private readonly files: FileStore,
  ) {}

  desk(actor: Actor): Promise<BatchDesk> {
    requireDuty(actor, ...SEES_BATCHES);
    return this.unitOfWork.read(actor, async (tx) => {
      const { cutOffBusinessDays } = bankOf(await this.municipalities.of(tx));
      const earliest = earliestPaymentDate(tx.today, cutOffBusinessDays);
      const accepted = await this.orders.inStates(tx, ['accepted']);
      const batches = await this.batches.list(tx);
      return {
        accepted,
        batches,
        holds: await this.payees.holdsNow(tx, accepted),
        heldIn: await this.heldIn(tx, batches),
        earliest,
        cutOff: cutOffFor(earliest, cutOffBusinessDays),
      };
    });
  }

  one(actor: Actor, batchId: string): Promise<BatchPage> {
    requireDuty(actor, ...SEES_BATCHES);
    return this.unitOfWork.read(actor, async (tx) => {
      const batch = await this.batches.find(tx, batchId);
      const orders = await this.ordersOf(tx, batchId);
      const bytes = batch.file && (await this.files.read(tx, batch.file.sha256)).bytes;
      const { cutOffBusinessDays } = bankOf(await this.municipalities.of(tx));
      return {
        batch,
        orders,
        holds: batch.state === 'collected' ? await this.payees.holdsNow(tx, orders) : new Map(),
        failed: await this.instructions.failedInBatch(tx, batchId),
        proved: totalOf(orders),
        cutOff: cutOffFor(batch.paymentDate, cutOffBusinessDays),
        read: bytes && readTransferFile(bytes),
      };
    });
  }

  /** The bytes as they were released; each download is the same and stands in the audit trail. */
  download(actor: Actor, batchId: string): Promise<{ bytes: Buffer; fileName: string } | null> {
    requireDuty(actor, 'treasury-check', 'treasury-decide');
    return this.unitOfWork.run(actor, async (tx) => {
      const { file } = await this.batches.find(tx, batchId);
      if (!file) return null;
      tx.audit({ action: 'payment-batch.downloaded', subjectKind: 'payment-batch', subjectId: batchId });
      return { bytes: (await this.files.read(tx, file.sha256)).bytes, fileName: file.name };
    });
  }

  private async heldIn(tx: Transaction, batches: readonly PaymentBatch[]): Promise<Map<string, number>> {
    const held = new Map<string, number>();
    for (const { id } of batches.filter(({ state }) => state === 'collected')) {
      held.set(id, (await this.payees.holdsNow(tx, await this.ordersOf(tx, id))).size);
    }
    return held;
  }

  private async ordersOf(tx: Transaction, batchId: string): Promise<PaymentOrder[]> {
    const orders: PaymentOrder[] = [];
    for (const id of await this.instructions.orderIdsOfBatch(tx, batchId)) orders.push(await this.orders.find(tx, id));
    return orders;
  }
}
