import { Injectable } from '@nestjs/common';
import { Between, In } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import type { UnfinishedCase } from '../domain/reminder.js';
import { CaseRow } from './case-row.js';
import { toItem } from './case.store.js';

/** What is begun and not finished, and the reminders that went out about it. */
@Injectable()
export class ReminderStore {
  /** With an end between these days, the nearest first, those of one day by title. */
  async unfinished(tx: Transaction, from: LocalDate, until: LocalDate): Promise<UnfinishedCase[]> {
    const rows = await tx.manager.find(CaseRow, {
      where: {
        phase: In(['drafting', 'returned', 'reporting', 'report-returned']),
        waitingFor: 'committee',
        sortOn: Between(from, until),
      },
      order: { sortOn: 'ASC', title: 'ASC', id: 'ASC' },
    });
    return rows.map((row) => ({ ...toItem(row), dueOn: row.sortOn }));
  }

  /** The day of the last reminder about each of these cases; those never spoken of are left out. */
  async lastDays(tx: Transaction, cases: readonly UnfinishedCase[]): Promise<ReadonlyMap<string, LocalDate>> {
    const rows = await tx.query<{ id: string; day: LocalDate }>(
      `SELECT spoken.id, to_char(max(m.day), 'YYYY-MM-DD') AS day
         FROM reminder_mails m CROSS JOIN unnest(m.case_ids) AS spoken (id)
        WHERE m.municipality_id = $1 AND m.organization_id = ANY ($2::uuid[]) AND spoken.id = ANY ($3::uuid[])
        GROUP BY spoken.id`,
      [tx.municipalityId, cases.map(({ organizationId }) => organizationId), cases.map(({ id }) => id)],
    );
    return new Map(rows.map(({ id, day }) => [id, day]));
  }

  /** False when the organisation was reminded today already. */
  async record(tx: Transaction, organizationId: string, caseIds: readonly string[]): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO reminder_mails (municipality_id, organization_id, day, case_ids) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING day`,
      [tx.municipalityId, organizationId, tx.today, caseIds],
    );
    return rows.length > 0;
  }
}
