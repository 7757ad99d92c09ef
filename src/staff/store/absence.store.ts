import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Absence } from '../domain/absence.js';
import { AbsenceRow } from './absence-row.js';

@Injectable()
export class AbsenceStore {
  async insert(tx: Transaction, absence: Absence): Promise<void> {
    await tx.manager.insert(AbsenceRow, { ...absence, municipalityId: tx.municipalityId });
  }

  /** Refused as stale when it was taken back already. */
  async withdraw(tx: Transaction, id: string): Promise<void> {
    const { affected } = await tx.manager.update(AbsenceRow, { id, withdrawnAt: IsNull() }, { withdrawnAt: tx.now });
    if (affected !== 1) throw DomainError.stale();
  }

  async find(tx: Transaction, id: string): Promise<Absence> {
    const row = await tx.manager.findOneBy(AbsenceRow, { id });
    if (!row) throw DomainError.notFound();
    return toAbsence(row);
  }

  /** Running and to come, soonest first. */
  async since(tx: Transaction, day: LocalDate): Promise<Absence[]> {
    const rows = await tx.manager.find(AbsenceRow, {
      where: { untilOn: MoreThanOrEqual(day), withdrawnAt: IsNull() },
      order: { fromOn: 'ASC' },
    });
    return rows.map(toAbsence);
  }

  async absentOn(tx: Transaction, day: LocalDate): Promise<Set<string>> {
    const rows = await tx.manager.findBy(AbsenceRow, {
      fromOn: LessThanOrEqual(day),
      untilOn: MoreThanOrEqual(day),
      withdrawnAt: IsNull(),
    });
    return new Set(rows.map(({ staffId }) => staffId));
  }
}

const toAbsence = ({ municipalityId: _town, ...absence }: AbsenceRow): Absence => absence;
