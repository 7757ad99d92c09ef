import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import { nextState } from '../../kernel/machine.js';
import { slicesOf } from '../../kernel/slices.js';
import { sumYen, type Yen } from '../../kernel/yen.js';
import { Municipalities } from '../../municipalities/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { FileStore } from '../../platform/files/index.js';
import {
  BATCH_MACHINE,
  refuseUnlessProved,
  transferFileName,
  type BatchTotal,
  type PaymentBatch,
} from '../domain/payment-batch.js';
import type { PaymentOrder } from '../domain/payment-order.js';
import { refuseSameHands } from '../domain/separation.js';
import { BatchConfirmationStore } from '../store/batch-confirmation.store.js';
import { PaymentBatchStore } from '../store/payment-batch.store.js';
import { PaymentInstructionStore } from '../store/payment-instruction.store.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';
import { BatchFile } from './batch-file.js';
import { bankOf, refuseUnfitPaymentDate } from './batch-rules.js';
import { OrderingHands } from './ordering-hands.js';
import { Payees } from './payees.js';

export interface ReleasedFile {
  readonly fileName: string;
  readonly sha256: string;
  /** The batch had been released before: a second click or a resend, which changed nothing. */
  readonly repeated: boolean;
}

/** So many orders are held in memory at once. */
const PAGE = 500;

/**
 * The 会計管理者 releases a batch: everything is proved once more under lock, and the bank's file is made, once and for
 * good, exactly as another person of the treasury confirmed it on the 送付書. Releasing again gives the same file. Faults
 * name each order that must wait; nothing leaves while one of them does.
 */
@Injectable()
export class ReleaseBatch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly municipalities: Municipalities,
    private readonly orders: PaymentOrderStore,
    private readonly batches: PaymentBatchStore,
    private readonly instructions: PaymentInstructionStore,
    private readonly confirmations: BatchConfirmationStore,
    private readonly batchFile: BatchFile,
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
    refuseSameHands('release', tx.actor.staffId, { collect: [batch.collectedBy] });
    const town = await this.municipalities.of(tx);
    const bank = bankOf(town);
    const { proved, years } = await this.prove(tx, batch);
    refuseUnlessProved(batch, proved);
    refuseUnfitPaymentDate(batch.paymentDate, bank, years, tx);

    refuseWhenFaulty(await this.batchFile.faults(tx, bank, batch), 'payments.batch-not-transferable');
    const { sha256, shape } = await this.batchFile.make(tx, bank, batch);
    await this.refuseUnconfirmed(tx, batch, sha256, tx.actor.staffId);
    await this.confirmations.add(tx, batch.id, tx.actor, { ...proved, sha256 });
    const kept = { sha256, size: shape.bytes, mediaType: 'application/octet-stream' };
    await this.files.putBlocks(tx, kept, this.batchFile.blocks(tx, bank, batch));
    const fileName = transferFileName(town.slug, batch.paymentDate, batch.number);
    const released = { releasedBy: tx.actor.staffId, releasedAt: tx.now, fileSha256: sha256, fileName };
    await this.batches.change(tx, batch, { state, ...released });
    tx.announce({ type: 'PaymentBatchReleased', subjectId: batch.id });
    const detail = { sha256, count: batch.count, total: String(batch.total) };
    tx.audit({ action: 'payment-batch.released', subjectKind: 'payment-batch', subjectId: batch.id, detail });
    return { fileName, sha256, repeated: false };
  }

  /** Locks the orders page by page, in the order of their ids, and proves each: who acted on it, and whom it pays. */
  private async prove(tx: Transaction, batch: PaymentBatch): Promise<{ proved: BatchTotal; years: Set<FiscalYear> }> {
    const ids = (await this.instructions.orderIdsOfBatch(tx, batch.id)).toSorted();
    const held: Fault[] = [];
    const years = new Set<FiscalYear>();
    const totals: Yen[] = [];
    for (const slice of slicesOf(ids, PAGE)) {
      const orders = await this.orders.lock(tx, slice);
      await this.hands.refuse(tx, orders, 'treasury-decide');
      for (const { fiscalYear } of orders) years.add(fiscalYear);
      held.push(...heldFaults(orders, await this.payees.holdsOf(tx, orders)));
      totals.push(sumYen(orders.map(({ amount }) => amount)));
    }
    refuseWhenFaulty(held, 'payments.batch-held');
    return { proved: { count: ids.length, total: sumYen(totals) }, years };
  }

  /** 送付書: this very file was confirmed by somebody else. */
  private async refuseUnconfirmed(
    tx: Transaction,
    batch: PaymentBatch,
    sha256: string,
    staffId: string,
  ): Promise<void> {
    const others = (await this.confirmations.of(tx, batch.id)).filter((each) => each.staffId !== staffId);
    if (others.some(({ fileSha256 }) => fileSha256 === sha256)) return;
    const code = others.length > 0 ? 'payments.batch-confirmed-before' : 'payments.batch-unconfirmed';
    throw new DomainError(code, 'conflict');
  }
}

function heldFaults(orders: readonly PaymentOrder[], holds: ReadonlyMap<string, string>): Fault[] {
  return orders.flatMap((order) => {
    const code = holds.get(order.id);
    return code === undefined ? [] : [{ pointer: '', code, params: { organization: order.organizationName } }];
  });
}
