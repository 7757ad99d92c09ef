import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';

/** What is open, by its kind and id. */
export interface OpenedSubject {
  readonly kind: string;
  readonly id: string;
}

/** A colleague who has it open. */
export interface Opening {
  readonly name: string;
  readonly openedAt: Date;
}

@Injectable()
export class DeskOpeningStore {
  /** Whoever comes back after the time limit begins anew; what the person left behind longer ago goes away. */
  async enter(tx: Transaction, { kind, id }: OpenedSubject, staffId: string, since: Date): Promise<void> {
    await tx.query('DELETE FROM desk_openings WHERE municipality_id = $1 AND staff_id = $2 AND seen_at < $3', [
      ...[tx.municipalityId, staffId],
      since,
    ]);
    await tx.query(
      `INSERT INTO desk_openings (municipality_id, subject_kind, subject_id, staff_id, opened_at, seen_at)
       VALUES ($1, $2, $3, $4, $5, $5)
       ON CONFLICT (municipality_id, subject_kind, subject_id, staff_id) DO UPDATE SET seen_at = excluded.seen_at`,
      [tx.municipalityId, kind, id, staffId, tx.now],
    );
  }

  /** Only for somebody who has opened it. */
  async keep(tx: Transaction, { kind, id }: OpenedSubject, staffId: string): Promise<void> {
    await tx.query(
      `UPDATE desk_openings SET seen_at = $5
        WHERE municipality_id = $1 AND subject_kind = $2 AND subject_id = $3 AND staff_id = $4`,
      [tx.municipalityId, kind, id, staffId, tx.now],
    );
  }

  async leave(tx: Transaction, { kind, id }: OpenedSubject, staffId: string): Promise<void> {
    await tx.query(
      `DELETE FROM desk_openings
        WHERE municipality_id = $1 AND subject_kind = $2 AND subject_id = $3 AND staff_id = $4`,
      [tx.municipalityId, kind, id, staffId],
    );
  }

  /** The others, who came first standing first. */
  others(tx: Transaction, { kind, id }: OpenedSubject, staffId: string, since: Date): Promise<Opening[]> {
    return tx.query<Opening>(
      `SELECT staff_members.name, opened_at AS "openedAt"
         FROM desk_openings JOIN staff_members
           ON staff_members.municipality_id = desk_openings.municipality_id AND staff_members.id = staff_id
        WHERE desk_openings.municipality_id = $1 AND subject_kind = $2 AND subject_id = $3
          AND staff_id <> $4 AND seen_at >= $5
        ORDER BY opened_at, staff_members.name`,
      [tx.municipalityId, kind, id, staffId, since],
    );
  }
}
