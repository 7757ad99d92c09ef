import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, type Fault } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { slicesOf } from '../../kernel/slices.js';
import { Municipalities } from '../../municipalities/index.js';
import { cutOffFor, earliestPaymentDate } from '../../platform/calendar/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { FileStore } from '../../platform/files/index.js';
import { totalOf, type BatchTotal, type PaymentBatch } from '../domain/payment-batch.js';
import type { PaymentOrder } from '../domain/payment-order.js';
import type { ReadRecord } from '../domain/zengin/read-records.js';
import { BatchConfirmationStore, type BatchConfirmation } from '../store/batch-confirmation.store.js';
import { OrderSetStore } from '../store/order-sets.store.js';
import { PaymentBatchStore } from '../store/payment-batch.store.js';
import { PaymentInstructionStore } from '../store/payment-instruction.store.js';
import { PaymentOrderStore, type PartOfOrders } from '../store/payment-order.store.js';
import type { BatchSheet } from './batch-file.js';
import { BatchSheets } from './batch-sheets.js';
import { bankOf, handInDay } from './batch-rules.js';
import { Payees } from './payees.js';

export interface BatchDesk {
  /** One page of what waits for a batch, beside what all of it adds up to. */
  readonly accepted: readonly PaymentOrder[];
  readonly waiting: BatchTotal;
  readonly batches: readonly PaymentBatch[];
  /** By order: why its payee must wait (`payments.hold-*`), of those on the page. */
  readonly holds: ReadonlyMap<string, string>;
  /** By batch not yet released: how many of its payees must wait. */
  readonly heldIn: ReadonlyMap<string, number>;
  /** The first payment date still possible today, and the day until which the bank takes a file for it. */
  readonly earliest: LocalDate;
  readonly cutOff: LocalDate;
  /** `15:00`; null where the bank has not named an hour. */
  readonly cutOffTime: string | null;
}

export interface BatchPage {
  readonly batch: PaymentBatch;
  /** One page of them, in the order of their lines. */
  readonly orders: readonly PaymentOrder[];
  /** By order: why its payee must wait (`payments.hold-*`), of all orders of the batch; empty once the file is made. */
  readonly holds: ReadonlyMap<string, string>;
  /** The first of those that must wait, on whatever page they stand. */
  readonly held: readonly PaymentOrder[];
  /** By order: the day on which the bank said that this attempt to pay it had failed. */
  readonly failed: ReadonlyMap<string, LocalDate>;
  /** The first of those that the file still holds and that must not be sent again, on whatever page they stand. */
  readonly unexecuted: readonly PaymentOrder[];
  /** What the orders add up to, beside what the batch states. */
  readonly proved: BatchTotal;
  readonly cutOff: LocalDate;
  /** `15:00`; null where the bank has not named an hour. */
  readonly cutOffTime: string | null;
  /** 送付書: the file that is kept, or that would be made now; null while the bank would refuse it (`faults`). */
  readonly sheet: BatchSheet | null;
  readonly faults: readonly Fault[];
  readonly confirmations: readonly BatchConfirmation[];
}

/** One page of a batch's file, record by record as the bank reads it. */
export interface BatchReading {
  readonly batch: PaymentBatch;
  /** null while the bank would refuse the file (`faults`). */
  readonly sheet: BatchSheet | null;
  readonly faults: readonly Fault[];
  /** Header, trailer and end record, and the data records of this page. */
  readonly records: readonly ReadRecord[];
  readonly page: number;
  readonly pages: number;
}

/** Data records on one page. */
const RECORDS_A_PAGE = 50;
/** Orders that are looked at together. */
const AT_ONCE = 1_000;
const FIRST_PAGE: PartOfOrders = { from: 0, most: 200 };

const SEES_BATCHES = ['treasury-check', 'treasury-decide', 'audit'] as const;

/** What the treasury sees of its batches, in a town that makes the bank's file itself. */
@Injectable()
export class ViewBatches {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly municipalities: Municipalities,
    private readonly orders: PaymentOrderStore,
    private readonly sets: OrderSetStore,
    private readonly batches: PaymentBatchStore,
    private readonly instructions: PaymentInstructionStore,
    private readonly payees: Payees,
    private readonly files: FileStore,
    private readonly confirmations: BatchConfirmationStore,
    private readonly sheets: BatchSheets,
  ) {}

  desk(actor: Actor, part = FIRST_PAGE): Promise<BatchDesk> {
    requireDuty(actor, ...SEES_BATCHES);
    return this.unitOfWork.read(actor, async (tx) => {
      const bank = bankOf(await this.municipalities.of(tx));
      const { cutOffBusinessDays, cutOffTime = null } = bank;
      const earliest = earliestPaymentDate(handInDay(bank, tx), cutOffBusinessDays);
      const accepted = await this.orders.page(tx, ['accepted'], part);
      const batches = await this.batches.list(tx);
      return {
        accepted,
        waiting: (await this.sets.totals(tx, ['accepted'])).get('accepted') ?? totalOf([]),
        batches,
        holds: await this.payees.holdsNow(tx, accepted),
        heldIn: await this.heldIn(tx, batches),
        earliest,
        cutOff: cutOffFor(earliest, cutOffBusinessDays),
        cutOffTime,
      };
    });
  }

  one(actor: Actor, batchId: string, part = FIRST_PAGE): Promise<BatchPage> {
    requireDuty(actor, ...SEES_BATCHES);
    return this.unitOfWork.read(actor, async (tx) => {
      const batch = await this.batches.find(tx, batchId);
      const { cutOffBusinessDays, cutOffTime = null } = bankOf(await this.municipalities.of(tx));
      const holds = batch.state === 'collected' ? await this.holdsOf(tx, batchId) : new Map<string, string>();
      const failed = await this.instructions.failedInBatch(tx, batchId);
      return {
        batch,
        orders: await this.orders.inGivenOrder(tx, await this.instructions.pageOfBatch(tx, batchId, part)),
        holds,
        held: await this.orders.inGivenOrder(tx, [...holds.keys()].slice(0, part.most)),
        failed,
        unexecuted:
          batch.state === 'released' ? await this.orders.inGivenOrder(tx, [...failed.keys()].slice(0, part.most)) : [],
        proved: await this.instructions.totalOfBatch(tx, batchId),
        cutOff: cutOffFor(batch.paymentDate, cutOffBusinessDays),
        cutOffTime,
        ...(await this.sheets.of(tx, batch)),
        confirmations: await this.confirmations.of(tx, batchId),
      };
    });
  }

  /** `page` counts from 1. */
  reading(actor: Actor, batchId: string, page: number): Promise<BatchReading> {
    requireDuty(actor, ...SEES_BATCHES);
    return this.unitOfWork.read(actor, async (tx) => {
      const batch = await this.batches.find(tx, batchId);
      const records: ReadRecord[] = [];
      const first = (page - 1) * RECORDS_A_PAGE + 2;
      const { sheet, faults } = await this.sheets.read(tx, batch, (record) => {
        const isHere = record.number >= first && record.number < first + RECORDS_A_PAGE;
        if (record.kind !== 'data' || isHere) records.push(record);
      });
      const pages = Math.max(1, Math.ceil((sheet?.count ?? 0) / RECORDS_A_PAGE));
      return { batch, sheet, faults, records, page, pages };
    });
  }

  /**
   * The bytes as they were released; each download is the same and stands in the audit trail. Throws
   * `payments.batch-file-spent` where the bank executed nothing of it: its orders are paid by another file.
   */
  download(actor: Actor, batchId: string): Promise<{ bytes: Buffer; fileName: string } | null> {
    requireDuty(actor, 'treasury-check', 'treasury-decide');
    return this.unitOfWork.run(actor, async (tx) => {
      const { file, state } = await this.batches.find(tx, batchId);
      if (!file) return null;
      if (state === 'unexecuted') throw new DomainError('payments.batch-file-spent', 'conflict');
      tx.audit({ action: 'payment-batch.downloaded', subjectKind: 'payment-batch', subjectId: batchId });
      return { bytes: (await this.files.read(tx, file.sha256)).bytes, fileName: file.name };
    });
  }

  private async heldIn(tx: Transaction, batches: readonly PaymentBatch[]): Promise<Map<string, number>> {
    const held = new Map<string, number>();
    for (const { id } of batches.filter(({ state }) => state === 'collected')) {
      held.set(id, (await this.holdsOf(tx, id)).size);
    }
    return held;
  }

  private async holdsOf(tx: Transaction, batchId: string): Promise<ReadonlyMap<string, string>> {
    const holds = new Map<string, string>();
    for (const slice of slicesOf(await this.instructions.orderIdsOfBatch(tx, batchId), AT_ONCE)) {
      const held = await this.payees.holdsNow(tx, await this.orders.byIds(tx, slice));
      for (const [orderId, code] of held) holds.set(orderId, code);
    }
    return holds;
  }
}
