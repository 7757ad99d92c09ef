import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Tie } from '../domain/tie.js';
import { StaffTieRow } from './staff-tie-row.js';

/** Rows stay: who was tied when is part of every past decision. */
@Injectable()
export class TieStore {
  async insert(tx: Transaction, tie: Tie): Promise<void> {
    await tx.manager.insert(StaffTieRow, { ...tie, municipalityId: tx.municipalityId });
  }

  async end(tx: Transaction, id: string, untilOn: LocalDate): Promise<void> {
    await tx.manager.update(StaffTieRow, { id }, { untilOn });
  }

  async find(tx: Transaction, id: string): Promise<Tie> {
    const row = await tx.manager.findOneBy(StaffTieRow, { id });
    if (!row) throw DomainError.notFound();
    return toTie(row);
  }

  /** Newest first. */
  async list(tx: Transaction): Promise<Tie[]> {
    return (await tx.manager.find(StaffTieRow, { order: { fromOn: 'DESC', id: 'ASC' } })).map(toTie);
  }

  async of(tx: Transaction, organizationIds: readonly string[]): Promise<Tie[]> {
    if (organizationIds.length === 0) return [];
    return (await tx.manager.findBy(StaffTieRow, { organizationId: In([...organizationIds]) })).map(toTie);
  }
}

const toTie = ({ municipalityId: _town, ...tie }: StaffTieRow): Tie => tie;
