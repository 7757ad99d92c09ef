import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { LaterOrderState } from '../domain/arrears.js';
import { LaterPaymentOrderRow } from './later-payment-order-row.js';

/** What the section asks the treasury to pay of a closed year's grant from a later budget. */
export type LaterPaymentOrder = Omit<LaterPaymentOrderRow, 'municipalityId'>;
export type NewLaterPaymentOrder = Pick<LaterPaymentOrder, 'id' | 'grantId' | 'amount' | 'ground' | 'basis'>;

@Injectable()
export class LaterPaymentOrderStore {
  async add(tx: Transaction, order: NewLaterPaymentOrder): Promise<void> {
    const { staffId, name } = signer(tx);
    await tx.manager.insert(LaterPaymentOrderRow, {
      ...order,
      ...{ municipalityId: tx.municipalityId, state: 'ordered', answer: '', version: 1 },
      ...{ orderedBy: staffId, orderedByName: name, orderedAt: tx.now },
    });
  }

  async find(tx: Transaction, id: string): Promise<LaterPaymentOrder | null> {
    const row = await tx.manager.findOneBy(LaterPaymentOrderRow, { id });
    return row && toOrder(row);
  }

  /** Throws not-found. */
  async get(tx: Transaction, id: string): Promise<LaterPaymentOrder> {
    const order = await this.find(tx, id);
    if (!order) throw DomainError.notFound();
    return order;
  }

  /** Oldest first. */
  async ofGrant(tx: Transaction, grantId: string): Promise<LaterPaymentOrder[]> {
    const rows = await tx.manager.find(LaterPaymentOrderRow, {
      where: { grantId },
      order: { orderedAt: 'ASC', id: 'ASC' },
    });
    return rows.map(toOrder);
  }

  /** Oldest first. */
  async inState(tx: Transaction, state: LaterOrderState): Promise<LaterPaymentOrder[]> {
    const rows = await tx.manager.find(LaterPaymentOrderRow, {
      where: { state },
      order: { orderedAt: 'ASC', id: 'ASC' },
    });
    return rows.map(toOrder);
  }

  async answer(
    tx: Transaction,
    { id, version }: LaterPaymentOrder,
    state: Exclude<LaterOrderState, 'ordered'>,
    answer: string,
  ): Promise<void> {
    const { staffId, name } = signer(tx);
    const done = await tx.manager.update(
      LaterPaymentOrderRow,
      { id, version, state: 'ordered' },
      { state, answer, version: version + 1, answeredBy: staffId, answeredByName: name, answeredAt: tx.now },
    );
    if (done.affected !== 1) throw DomainError.stale();
  }
}

function signer({ actor }: Transaction): { readonly staffId: string; readonly name: string } {
  if (actor.kind !== 'staff') throw DomainError.forbidden();
  return actor;
}

const toOrder = ({ municipalityId: _town, ...order }: LaterPaymentOrderRow): LaterPaymentOrder => order;
