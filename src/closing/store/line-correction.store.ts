import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { CorrectionState } from '../domain/line-correction.js';
import { LineCorrectionRow } from './line-correction-row.js';

/** 科目更正 of one grant, as it was asked for and answered. */
export type LineCorrection = Omit<LineCorrectionRow, 'municipalityId'>;
export type NewLineCorrection = Pick<
  LineCorrection,
  'id' | 'grantId' | 'fromLineId' | 'toLineId' | 'amount' | 'reason' | 'decision'
>;

@Injectable()
export class LineCorrectionStore {
  async add(tx: Transaction, correction: NewLineCorrection): Promise<void> {
    const { actor, municipalityId } = tx;
    if (actor.kind !== 'staff') throw DomainError.forbidden();
    const signed = { orderedBy: actor.staffId, orderedByName: actor.name, orderedAt: tx.now };
    await tx.manager.insert(LineCorrectionRow, {
      ...correction,
      ...{ municipalityId, state: 'ordered', answer: '', ...signed },
    });
  }

  async find(tx: Transaction, id: string): Promise<LineCorrection | null> {
    const row = await tx.manager.findOneBy(LineCorrectionRow, { id });
    return row && toCorrection(row);
  }

  /** Throws not-found. */
  async get(tx: Transaction, id: string): Promise<LineCorrection> {
    const correction = await this.find(tx, id);
    if (!correction) throw DomainError.notFound();
    return correction;
  }

  /** Oldest first. */
  async ofGrant(tx: Transaction, grantId: string): Promise<LineCorrection[]> {
    const rows = await tx.manager.find(LineCorrectionRow, {
      where: { grantId },
      order: { orderedAt: 'ASC', id: 'ASC' },
    });
    return rows.map(toCorrection);
  }

  /** Oldest first. */
  async inState(tx: Transaction, state: CorrectionState): Promise<LineCorrection[]> {
    const rows = await tx.manager.find(LineCorrectionRow, { where: { state }, order: { orderedAt: 'ASC', id: 'ASC' } });
    return rows.map(toCorrection);
  }

  async answer(tx: Transaction, id: string, state: Exclude<CorrectionState, 'ordered'>, answer: string): Promise<void> {
    const { actor } = tx;
    if (actor.kind !== 'staff') throw DomainError.forbidden();
    const signed = { answeredBy: actor.staffId, answeredByName: actor.name, answeredAt: tx.now };
    const done = await tx.manager.update(LineCorrectionRow, { id, state: 'ordered' }, { state, answer, ...signed });
    if (done.affected !== 1) throw DomainError.stale();
  }
}

const toCorrection = ({ municipalityId: _town, ...correction }: LineCorrectionRow): LineCorrection => correction;
