import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { Municipalities, type TownBank } from '../../municipalities/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { FileStore } from '../../platform/files/index.js';
import {
  BATCH_MACHINE,
  refuseUnlessProved,
  totalOf,
  transferFileName,
  type PaymentBatch,
} from '../domain/payment-batch.js';
import { orderNumberText, type PaymentOrder } from '../domain/payment-order.js';
import { readsAsMeant, transferOf } from '../domain/transfer-of-orders.js';
import { readTransferFile } from '../domain/zengin/read-transfer-file.js';
import { findTransferFaults } from '../domain/zengin/transfer-faults.js';
import { writeTransferFile } from '../domain/zengin/write-transfer-file.js';
import { PaymentBatchStore } from '../store/payment-batch.store.js';
import { PaymentInstructionStore } from '../store/payment-instruction.store.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';
import { bankOf, refuseUnfitPaymentDate } from './batch-rules.js';
import { OrderingHands } from './ordering-hands.js';
import { Payees } from './payees.js';

export interface ReleasedFile {
  readonly fileName: string;
  readonly sha256: string;
  /** The batch had been released before: a second click or a resend, which changed nothing. */
  readonly repeated: boolean;
}

/**
 * The 会計管理者 releases a batch: everything is proved once more under lock, and the bank's file is made, once and for good.
 * Releasing again gives the same file. Faults name each order that must wait; nothing leaves while one of them does.
 */
@Injectable()
export class ReleaseBatch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly municipalities: Municipalities,
    private readonly orders: PaymentOrderStore,
    private readonly batches: PaymentBatchStore,
    private readonly instructions: PaymentInstructionStore,
    private readonly payees: Payees,
    private readonly hands: OrderingHands,
    private readonly files: FileStore,
  ) {}

  execute(actor: Actor, command: { readonly batchId: string }): Promise<ReleasedFile> {
    requireDuty(actor, 'treasury-decide');
    return this.unitOfWork.run(actor, async (tx) => {
      const batch = await this.batches.lock(tx, command.batchId);
      if (batch.file) return { fileName: batch.file.name, sha256: batch.file.sha256, repeated: true };
      return this.release(tx, batch);
    });
  }

  private async release(tx: Transaction, batch: PaymentBatch): Promise<ReleasedFile> {
    if (tx.actor.kind !== 'staff') throw DomainError.forbidden();
    const state = nextState(BATCH_MACHINE, 'payments.batch-state', batch.state, 'release');
    if (tx.actor.staffId === batch.collectedBy) throw new DomainError('payments.collected-by-yourself', 'conflict');
    const orders = await this.ordersOf(tx, batch);
    for (const order of orders) await this.hands.refuse(tx, order, 'treasury-decide');
    refuseUnlessProved(batch, totalOf(orders));
    refuseWhenFaulty(heldFaults(orders, await this.payees.holdsOf(tx, orders)), 'payments.batch-held');

    const town = await this.municipalities.of(tx);
    const bank = bankOf(town);
    refuseUnfitPaymentDate(batch.paymentDate, bank, orders, tx.today);
    const bytes = writeProved(bank, batch, orders);
    const { sha256 } = await this.files.put(tx, { bytes, mediaType: 'application/octet-stream' });
    const fileName = transferFileName(town.slug, batch.paymentDate, batch.number);
    const released = { releasedBy: tx.actor.staffId, releasedAt: tx.now, fileSha256: sha256, fileName };
    await this.batches.change(tx, batch, { state, ...released });
    tx.announce({ type: 'PaymentBatchReleased', subjectId: batch.id });
    const detail = { sha256, count: batch.count, total: String(batch.total) };
    tx.audit({ action: 'payment-batch.released', subjectKind: 'payment-batch', subjectId: batch.id, detail });
    return { fileName, sha256, repeated: false };
  }

  /** Under lock, in the order of the batch's lines: the order in which the bank's file names them. */
  private async ordersOf(tx: Transaction, batch: PaymentBatch): Promise<PaymentOrder[]> {
    const ids = await this.instructions.orderIdsOfBatch(tx, batch.id);
    const orders = await this.orders.lock(tx, ids);
    return orders.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  }
}

/** Writes the file and reads it back with the bank's eyes before anyone may hand it over. */
function writeProved(bank: TownBank, batch: PaymentBatch, orders: readonly PaymentOrder[]): Buffer {
  const transfer = transferOf(bank, batch.paymentDate, orders);
  refuseWhenFaulty(
    findTransferFaults(transfer).map((fault) => named(fault, orders)),
    'payments.batch-not-transferable',
  );
  const bytes = writeTransferFile(transfer);
  if (!readsAsMeant(readTransferFile(bytes), transfer))
    throw new Error(`the file of batch ${batch.id} reads otherwise than meant`);
  return Buffer.from(bytes);
}

function heldFaults(orders: readonly PaymentOrder[], holds: ReadonlyMap<string, string>): Fault[] {
  return orders.flatMap((order) => {
    const code = holds.get(order.id);
    return code === undefined ? [] : [{ pointer: '', code, params: { organization: order.organizationName } }];
  });
}

/** A fault of `lines[n]` says which order that is. */
function named(fault: Fault, orders: readonly PaymentOrder[]): Fault {
  const index = /^lines\[(\d+)\]$/.exec(fault.pointer)?.[1];
  const order = index === undefined ? undefined : orders[Number(index)];
  const place = order
    ? `${orderNumberText(order.fiscalYear, order.number ?? 0)} ${order.organizationName}`
    : '依頼人（町の口座）';
  return { pointer: '', code: fault.code, params: { ...fault.params, place } };
}
