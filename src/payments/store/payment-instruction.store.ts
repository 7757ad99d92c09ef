import { Injectable } from '@nestjs/common';
import { Any, IsNull, Not, QueryFailedError } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import { yen } from '../../kernel/yen.js';
import type { BatchTotal } from '../domain/payment-batch.js';
import { PaymentInstructionRow } from './payment-instruction-row.js';
import type { PartOfOrders } from './payment-order.store.js';

/** Where an order's money leaves: a batch for the bank, or a file for the accounting system. */
export type PaymentWay =
  | { readonly way: 'bank-file'; readonly batchId: string }
  | { readonly way: 'accounting-file'; readonly exportId: string };

/** Of the rows that stand there is one a claim, by index: no claim's money can be told to leave twice, nor by both ways. */
@Injectable()
export class PaymentInstructionStore {
  /**
   * Tells these orders to leave, in the given order, as the lines from `firstLine` on. Throws
   * `payments.already-instructed` when one of them stands elsewhere.
   */
  async insert(tx: Transaction, way: PaymentWay, orderIds: readonly string[], firstLine = 1): Promise<void> {
    const exportId = way.way === 'accounting-file' ? way.exportId : null;
    const batchId = way.way === 'bank-file' ? way.batchId : null;
    try {
      await tx.query(
        `INSERT INTO payment_instructions
           (municipality_id, claim_id, attempt, order_id, way, export_id, batch_id, line, amount)
         SELECT o.municipality_id, o.claim_id, 1 + coalesce((
                  SELECT max(attempt) FROM payment_instructions i
                   WHERE i.municipality_id = o.municipality_id AND i.claim_id = o.claim_id), 0),
                o.id, $3, $4, $5, $6 + told.place - 1, o.amount
           FROM unnest($2::uuid[]) WITH ORDINALITY AS told (id, place)
           JOIN payment_orders o ON o.municipality_id = $1 AND o.id = told.id`,
        [tx.municipalityId, orderIds, way.way, exportId, batchId, firstLine],
      );
    } catch (error) {
      if (error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '23505') {
        throw new DomainError('payments.already-instructed', 'conflict');
      }
      throw error;
    }
  }

  async orderIdsOfBatch(tx: Transaction, batchId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      'SELECT order_id AS id FROM payment_instructions WHERE municipality_id = $1 AND batch_id = $2 ORDER BY line',
      [tx.municipalityId, batchId],
    );
    return rows.map(({ id }) => id);
  }

  /** Those whose payment by this batch is not known to have failed. */
  async standingInBatch(tx: Transaction, batchId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT order_id AS id FROM payment_instructions
        WHERE municipality_id = $1 AND batch_id = $2 AND failed_on IS NULL ORDER BY line`,
      [tx.municipalityId, batchId],
    );
    return rows.map(({ id }) => id);
  }

  /** The orders on the lines after the first `from`. */
  async pageOfBatch(tx: Transaction, batchId: string, { from, most }: PartOfOrders): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT order_id AS id FROM payment_instructions WHERE municipality_id = $1 AND batch_id = $2
        ORDER BY line OFFSET $3 LIMIT $4`,
      [tx.municipalityId, batchId, from, most],
    );
    return rows.map(({ id }) => id);
  }

  /** What the orders of a batch add up to, beside what the batch states. */
  async totalOfBatch(tx: Transaction, batchId: string): Promise<BatchTotal> {
    const [sum] = await tx.query<{ count: number; total: string }>(
      `SELECT count(*)::integer AS count, coalesce(sum(o.amount), 0) AS total
         FROM payment_instructions i
         JOIN payment_orders o ON o.municipality_id = i.municipality_id AND o.id = i.order_id
        WHERE i.municipality_id = $1 AND i.batch_id = $2`,
      [tx.municipalityId, batchId],
    );
    return { count: sum?.count ?? 0, total: yen(sum?.total ?? 0) };
  }

  /** By order: when it was told that the payment of this batch had not arrived. */
  async failedInBatch(tx: Transaction, batchId: string): Promise<ReadonlyMap<string, LocalDate>> {
    const rows = await tx.manager.findBy(PaymentInstructionRow, { batchId, failedOn: Not(IsNull()) });
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

  /** Only from a batch that is not released: what has left the house cannot be taken back here. */
  async takeOut(tx: Transaction, batchId: string, orderIds: readonly string[]): Promise<void> {
    await tx.manager.delete(PaymentInstructionRow, { batchId, orderId: Any([...orderIds]) });
  }
}
