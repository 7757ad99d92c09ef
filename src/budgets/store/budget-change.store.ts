import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { BudgetChange } from '../domain/budget-change.js';
import { BudgetChangeRow } from './budget-change-row.js';

/** Rows of 補正, 流用 and 配当. They are only ever added to. */
@Injectable()
export class BudgetChangeStore {
  async add(tx: Transaction, change: BudgetChange, requestId: string): Promise<void> {
    await tx.manager.insert(BudgetChangeRow, { ...change, requestId, municipalityId: tx.municipalityId });
  }

  async get(tx: Transaction, id: string): Promise<BudgetChange> {
    const row = await tx.manager.findOneBy(BudgetChangeRow, { id });
    if (!row) throw DomainError.notFound();
    return toChange(row);
  }

  hasRequest(tx: Transaction, requestId: string): Promise<boolean> {
    return tx.manager.existsBy(BudgetChangeRow, { requestId });
  }

  isReversed(tx: Transaction, id: string): Promise<boolean> {
    return tx.manager.existsBy(BudgetChangeRow, { reverses: id });
  }

  /** What touches the line, by the day of its effect. */
  async of(tx: Transaction, lineId: string): Promise<BudgetChange[]> {
    const rows = await tx.manager.find(BudgetChangeRow, {
      where: [{ lineId }, { toLineId: lineId }],
      order: { effectiveOn: 'ASC', recordedAt: 'ASC', id: 'ASC' },
    });
    return rows.map(toChange);
  }
}

const toChange = ({ municipalityId: _town, requestId: _request, ...change }: BudgetChangeRow): BudgetChange => change;
