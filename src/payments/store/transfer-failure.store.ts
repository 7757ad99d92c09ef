import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Any, In } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import type { Transaction } from '../../platform/database/index.js';
import type { FailureState, TransferFailure } from '../domain/transfer-failure.js';
import { TransferFailureRow } from './transfer-failure-row.js';

export type NewFailure = Pick<
  TransferFailure,
  'orderId' | 'attempt' | 'amount' | 'failedOn' | 'reason' | 'paidOn' | 'slipNumber' | 'returnedOn' | 'state'
>;
type FailureChange = Partial<Pick<TransferFailure, 'state' | 'returnedOn' | 'conclusion' | 'revenueYear'>>;

/** Payments that the bank gave back. */
@Injectable()
export class TransferFailureStore {
  async insert(tx: Transaction, failure: NewFailure): Promise<string> {
    const id = randomUUID();
    const { actor } = tx;
    await tx.manager.insert(TransferFailureRow, {
      ...failure,
      ...{ id, municipalityId: tx.municipalityId, version: 1 },
      recordedBy: actor.kind === 'staff' ? actor.staffId : null,
      recordedByName: actor.name,
      recordedAt: tx.now,
    });
    return id;
  }

  /** Oldest first. */
  async inStates(tx: Transaction, states: readonly FailureState[]): Promise<TransferFailure[]> {
    const where = { state: In([...states]) };
    const order = { failedOn: 'ASC', recordedAt: 'ASC', id: 'ASC' } as const;
    return (await tx.manager.find(TransferFailureRow, { where, order })).map(toFailure);
  }

  /** Oldest first. */
  async ofOrders(tx: Transaction, orderIds: readonly string[]): Promise<TransferFailure[]> {
    const where = { orderId: Any([...orderIds]) };
    return (await tx.manager.find(TransferFailureRow, { where, order: { attempt: 'ASC', recordedAt: 'ASC' } })).map(
      toFailure,
    );
  }

  /** Of the order whose lock the caller holds: the one that keeps it waiting. */
  async openOf(tx: Transaction, orderId: string): Promise<TransferFailure | null> {
    const row = await tx.manager.findOneBy(TransferFailureRow, { orderId, state: 'open' });
    return row && toFailure(row);
  }

  async find(tx: Transaction, id: string): Promise<TransferFailure> {
    const row = await tx.manager.findOneBy(TransferFailureRow, { id });
    if (!row) throw DomainError.notFound();
    return toFailure(row);
  }

  async change(tx: Transaction, failure: TransferFailure, change: FailureChange): Promise<void> {
    const { id, version } = failure;
    const done = await tx.manager.update(TransferFailureRow, { id, version }, { ...change, version: version + 1 });
    if (done.affected !== 1) throw DomainError.stale();
  }
}

const toFailure = ({ municipalityId: _town, revenueYear, ...failure }: TransferFailureRow): TransferFailure => ({
  ...failure,
  revenueYear: revenueYear === null ? null : fiscalYear(revenueYear),
});
