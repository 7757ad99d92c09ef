import { Injectable } from '@nestjs/common';
import { IsNull, QueryFailedError } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import type { PaymentOrder } from '../domain/payment-order.js';
import { PaymentInstructionRow } from './payment-instruction-row.js';

/** Where an order's money leaves: a batch for the bank, or a file for the accounting system. */
export type PaymentWay =
  | { readonly way: 'bank-file'; readonly batchId: string }
  | { readonly way: 'accounting-file'; readonly exportId: string };

/** Of the rows that stand there is one a claim, by index: no claim's money can be told to leave twice, nor by both ways. */
@Injectable()
export class PaymentInstructionStore {
  /** Numbers the lines from 1 in the given order. Throws `payments.already-instructed` when one of them stands elsewhere. */
  async insert(tx: Transaction, way: PaymentWay, orders: readonly PaymentOrder[]): Promise<void> {
    const attempts = await this.attemptsOf(tx, orders);
    const rows = orders.map((order, index) => ({
      attempt: (attempts.get(order.claimId) ?? 0) + 1,
      municipalityId: tx.municipalityId,
      claimId: order.claimId,
      orderId: order.id,
      way: way.way,
      exportId: way.way === 'accounting-file' ? way.exportId : null,
      batchId: way.way === 'bank-file' ? way.batchId : null,
      line: index + 1,
      amount: order.amount,
    }));
    try {
      await tx.manager.insert(PaymentInstructionRow, rows);
    } catch (error) {
      if (error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '23505') {
        throw new DomainError('payments.already-instructed', 'conflict');
      }
      throw error;
    }
  }

  async orderIdsOfBatch(tx: Transaction, batchId: string): Promise<string[]> {
    const rows = await tx.manager.find(PaymentInstructionRow, { where: { batchId }, order: { line: 'ASC' } });
    return rows.map((row) => row.orderId);
  }

  /** By order: when it was told that the payment of this batch had not arrived. */
  async failedInBatch(tx: Transaction, batchId: string): Promise<ReadonlyMap<string, LocalDate>> {
    const rows = await tx.manager.findBy(PaymentInstructionRow, { batchId });
    return new Map(rows.flatMap(({ orderId, failedOn }) => (failedOn === null ? [] : [[orderId, failedOn] as const])));
  }

  async orderIdsOfExport(tx: Transaction, exportId: string): Promise<string[]> {
    const rows = await tx.manager.find(PaymentInstructionRow, { where: { exportId }, order: { line: 'ASC' } });
    return rows.map((row) => row.orderId);
  }

  async of(tx: Transaction, orderId: string): Promise<PaymentWay | null> {
    const row = await tx.manager.findOne(PaymentInstructionRow, { where: { orderId }, order: { attempt: 'DESC' } });
    if (row?.batchId) return { way: 'bank-file', batchId: row.batchId };
    return row?.exportId ? { way: 'accounting-file', exportId: row.exportId } : null;
  }

  /** The instruction that stands did not arrive; another may follow. Returns which attempt it was. */
  async fail(tx: Transaction, orderId: string, failedOn: LocalDate): Promise<number> {
    const standing = await tx.manager.findOneBy(PaymentInstructionRow, { orderId, failedOn: IsNull() });
    if (!standing) throw new DomainError('payments.order-state', 'conflict');
    const { attempt } = standing;
    await tx.manager.update(PaymentInstructionRow, { orderId, attempt }, { failedOn });
    return attempt;
  }

  /** A failure was told by mistake: the attempt stands again. */
  async restore(tx: Transaction, orderId: string, attempt: number): Promise<void> {
    await tx.manager.update(PaymentInstructionRow, { orderId, attempt }, { failedOn: null });
  }

  private async attemptsOf(tx: Transaction, orders: readonly PaymentOrder[]): Promise<ReadonlyMap<string, number>> {
    const rows = await tx.query<{ claim_id: string; attempt: number }>(
      'SELECT claim_id, max(attempt) AS attempt FROM payment_instructions WHERE claim_id = ANY($1) GROUP BY claim_id',
      [orders.map(({ claimId }) => claimId)],
    );
    return new Map(rows.map((row) => [row.claim_id, row.attempt]));
  }

  /** Only from a batch that is not released: what has left the house cannot be taken back here. */
  async takeOut(tx: Transaction, batchId: string, orderIds: readonly string[]): Promise<void> {
    for (const orderId of orderIds) await tx.manager.delete(PaymentInstructionRow, { batchId, orderId });
  }
}
