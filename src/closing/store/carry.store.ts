import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { CorrectionState } from '../domain/line-correction.js';
import { CarryRow } from './carry-row.js';

/** 繰越 of one grant, as it was asked for and answered. */
export type Carry = Omit<CarryRow, 'municipalityId'>;
export type NewCarry = Pick<
  Carry,
  'id' | 'grantId' | 'fromLineId' | 'toLineId' | 'amount' | 'ground' | 'decidedOn' | 'reason' | 'decision'
>;

@Injectable()
export class CarryStore {
  async add(tx: Transaction, carry: NewCarry): Promise<void> {
    const { actor, municipalityId } = tx;
    if (actor.kind !== 'staff') throw DomainError.forbidden();
    const signed = { orderedBy: actor.staffId, orderedByName: actor.name, orderedAt: tx.now };
    await tx.manager.insert(CarryRow, {
      ...carry,
      ...{ municipalityId, state: 'ordered', answer: '', ...signed },
    });
  }

  async find(tx: Transaction, id: string): Promise<Carry | null> {
    const row = await tx.manager.findOneBy(CarryRow, { id });
    return row && toCarry(row);
  }

  /** Throws not-found. */
  async get(tx: Transaction, id: string): Promise<Carry> {
    const carry = await this.find(tx, id);
    if (!carry) throw DomainError.notFound();
    return carry;
  }

  /** Oldest first. */
  async ofGrant(tx: Transaction, grantId: string): Promise<Carry[]> {
    const rows = await tx.manager.find(CarryRow, {
      where: { grantId },
      order: { orderedAt: 'ASC', id: 'ASC' },
    });
    return rows.map(toCarry);
  }

  /** The one that is posted; null where none is. */
  async doneOf(tx: Transaction, grantId: string): Promise<Carry | null> {
    const row = await tx.manager.findOneBy(CarryRow, { grantId, state: 'done' });
    return row && toCarry(row);
  }

  /** Oldest first. */
  async inState(tx: Transaction, state: CorrectionState): Promise<Carry[]> {
    const rows = await tx.manager.find(CarryRow, { where: { state }, order: { orderedAt: 'ASC', id: 'ASC' } });
    return rows.map(toCarry);
  }

  async answer(tx: Transaction, id: string, state: Exclude<CorrectionState, 'ordered'>, answer: string): Promise<void> {
    const { actor } = tx;
    if (actor.kind !== 'staff') throw DomainError.forbidden();
    const signed = { answeredBy: actor.staffId, answeredByName: actor.name, answeredAt: tx.now };
    const done = await tx.manager.update(CarryRow, { id, state: 'ordered' }, { state, answer, ...signed });
    if (done.affected !== 1) throw DomainError.stale();
  }
}

const toCarry = ({ municipalityId: _town, ...carry }: CarryRow): Carry => carry;
