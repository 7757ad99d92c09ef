import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { PartOfList } from '../../kernel/part-of-list.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Withholding } from '../domain/withholding.js';
import { WithholdingRow } from './withholding-row.js';

type New = Omit<Withholding, 'withheldAt' | 'withheldBy' | 'shownAgainAt' | 'shownAgainBy'>;

@Injectable()
export class WithholdingStore {
  /** What holds for a grant now, the oldest first. */
  async inForce(tx: Transaction, grantId: string): Promise<Withholding[]> {
    const where = { grantId, shownAgainAt: IsNull() };
    return (await tx.manager.find(WithholdingRow, { where, order: { withheldAt: 'ASC', id: 'ASC' } })).map(
      toWithholding,
    );
  }

  /** A part of all that ever were, the newest first. */
  async all(tx: Transaction, { from, most }: PartOfList): Promise<{ rows: readonly Withholding[]; total: number }> {
    const order = { withheldAt: 'DESC', id: 'ASC' } as const;
    const [rows, total] = await tx.manager.findAndCount(WithholdingRow, { order, skip: from, take: most });
    return { rows: rows.map(toWithholding), total };
  }

  countInForce(tx: Transaction): Promise<number> {
    return tx.manager.countBy(WithholdingRow, { shownAgainAt: IsNull() });
  }

  async add(tx: Transaction, withholding: New): Promise<void> {
    const row = { ...withholding, withheldAt: tx.now, withheldBy: tx.actor.name };
    await tx.manager.insert(WithholdingRow, { ...row, municipalityId: tx.municipalityId });
  }

  /** Locked. Throws not-found. */
  async lock(tx: Transaction, id: string): Promise<Withholding> {
    const row = await tx.manager.findOne(WithholdingRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw DomainError.notFound();
    return toWithholding(row);
  }

  async end(tx: Transaction, id: string): Promise<void> {
    await tx.manager.update(WithholdingRow, { id }, { shownAgainAt: tx.now, shownAgainBy: tx.actor.name });
  }
}

const toWithholding = ({ municipalityId: _town, ...withholding }: WithholdingRow): Withholding => withholding;
