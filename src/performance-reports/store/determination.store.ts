import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual, Not } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Determination } from '../domain/determination.js';
import { DeterminationRow } from './determination-row.js';

type Later = 'determinedOn' | 'paidBefore' | 'rest' | 'over' | 'issuedOn' | 'letterId' | 'letterNumber';

@Injectable()
export class DeterminationStore {
  async add(tx: Transaction, determination: Omit<Determination, Later>): Promise<void> {
    const row = { ...determination, municipalityId: tx.municipalityId, proposedAt: tx.now };
    await tx.manager.insert(DeterminationRow, row as never);
  }

  /** Throws not-found. */
  async find(tx: Transaction, id: string): Promise<Determination> {
    const row = await tx.manager.findOneBy(DeterminationRow, { id });
    if (!row) throw DomainError.notFound();
    return toDetermination(row);
  }

  /** Locks the rows in one fixed order and gives them in the order asked for. Throws not-found. */
  async lock(tx: Transaction, ids: readonly string[]): Promise<Determination[]> {
    const rows = await tx.manager.find(DeterminationRow, {
      where: { id: In([...ids]) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const byId = new Map(rows.map((row) => [row.id, toDetermination(row)]));
    return ids.map((id) => {
      const found = byId.get(id);
      if (!found) throw DomainError.notFound();
      return found;
    });
  }

  async change(tx: Transaction, id: string, changes: Partial<Determination>): Promise<void> {
    await tx.manager.update(DeterminationRow, { id }, changes as never);
  }

  /** The one that stands for this grant; null while none is proposed. */
  async ofGrant(tx: Transaction, grantId: string): Promise<Determination | null> {
    const row = await tx.manager.findOneBy(DeterminationRow, { grantId, state: Not('released') });
    return row && toDetermination(row);
  }

  /** Scheduled for today or, after a downtime, for a day before; locked, in the order of their days and numbers. */
  async dueForIssue(tx: Transaction): Promise<Determination[]> {
    const rows = await tx.manager.find(DeterminationRow, {
      where: { state: 'scheduled', issuedOn: LessThanOrEqual(tx.today) },
      order: { issuedOn: 'ASC', letterNumber: 'ASC', id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    return rows.map(toDetermination);
  }

  async ofLetter(tx: Transaction, letterId: string): Promise<Determination | null> {
    const row = await tx.manager.findOne(DeterminationRow, {
      where: { letterId },
      lock: { mode: 'pessimistic_write' },
    });
    return row && toDetermination(row);
  }

  /** Those that stand, the newest year first. */
  async standing(tx: Transaction): Promise<Determination[]> {
    const rows = await tx.manager.find(DeterminationRow, {
      where: { state: Not('released') },
      order: { fiscalYear: 'DESC', determinedOn: 'ASC', proposedAt: 'ASC', id: 'ASC' },
    });
    return rows.map(toDetermination);
  }
}

const toDetermination = ({
  municipalityId: _town,
  proposedAt: _proposed,
  ...row
}: DeterminationRow): Determination => ({
  ...row,
  fiscalYear: fiscalYear(row.fiscalYear),
});
