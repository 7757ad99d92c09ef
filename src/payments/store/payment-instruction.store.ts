import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { PaymentOrder } from '../domain/payment-order.js';
import { PaymentInstructionRow } from './payment-instruction-row.js';

/** Where an order's money leaves: a batch for the bank, or a file for the accounting system. */
export type PaymentWay =
  | { readonly way: 'bank-file'; readonly batchId: string }
  | { readonly way: 'accounting-file'; readonly exportId: string };

/** One row a claim, by primary key: no claim's money can be told to leave twice, nor by both ways. */
@Injectable()
export class PaymentInstructionStore {
  /** Numbers the lines from 1 in the given order. Throws `payments.already-instructed` when one of them stands elsewhere. */
  async insert(tx: Transaction, way: PaymentWay, orders: readonly PaymentOrder[]): Promise<void> {
    const rows = orders.map((order, index) => ({
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

  async orderIdsOfExport(tx: Transaction, exportId: string): Promise<string[]> {
    const rows = await tx.manager.find(PaymentInstructionRow, { where: { exportId }, order: { line: 'ASC' } });
    return rows.map((row) => row.orderId);
  }

  async of(tx: Transaction, orderId: string): Promise<PaymentWay | null> {
    const row = await tx.manager.findOneBy(PaymentInstructionRow, { orderId });
    if (row?.batchId) return { way: 'bank-file', batchId: row.batchId };
    return row?.exportId ? { way: 'accounting-file', exportId: row.exportId } : null;
  }

  /** Only from a batch that is not released: what has left the house cannot be taken back here. */
  async takeOut(tx: Transaction, batchId: string, orderIds: readonly string[]): Promise<void> {
    for (const orderId of orderIds) await tx.manager.delete(PaymentInstructionRow, { batchId, orderId });
  }
}
