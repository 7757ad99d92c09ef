import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';

export interface AuditRecord {
  readonly id: string;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorName: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly organizationId: string | null;
  readonly detail: Record<string, unknown>;
}

export interface AuditFilter {
  readonly action?: string;
  readonly subjectId?: string;
  readonly actorName?: string;
  /** Entries older than this id: the next page. */
  readonly before?: string;
  readonly limit: number;
}

/** Reads the trail, newest first unless told otherwise. */
@Injectable()
export class AuditTrail {
  /** When each of these acts was first done to each of these records. */
  first(
    tx: Transaction,
    actions: readonly string[],
    subjectIds: readonly string[],
  ): Promise<Pick<AuditRecord, 'action' | 'subjectId' | 'at'>[]> {
    return tx.query(
      `SELECT action, subject_id AS "subjectId", min(at) AS at FROM audit_entries
        WHERE municipality_id = $1 AND action = ANY ($2) AND subject_id = ANY ($3) GROUP BY action, subject_id`,
      [tx.municipalityId, actions, subjectIds],
    );
  }

  /** Everything about any of these records, oldest first. */
  about(tx: Transaction, subjectIds: readonly string[]): Promise<AuditRecord[]> {
    return tx.query<AuditRecord>(
      `SELECT id, at, actor_kind AS "actorKind", actor_name AS "actorName", action, subject_kind AS "subjectKind",
              subject_id AS "subjectId", organization_id AS "organizationId", detail
         FROM audit_entries WHERE municipality_id = $1 AND subject_id = ANY ($2) ORDER BY id`,
      [tx.municipalityId, subjectIds],
    );
  }

  list(tx: Transaction, filter: AuditFilter): Promise<AuditRecord[]> {
    return tx.query<AuditRecord>(
      `SELECT id, at, actor_kind AS "actorKind", actor_name AS "actorName", action, subject_kind AS "subjectKind",
              subject_id AS "subjectId", organization_id AS "organizationId", detail
         FROM audit_entries
        WHERE municipality_id = $1
          AND ($2::text IS NULL OR action = $2)
          AND ($3::text IS NULL OR subject_id = $3)
          AND ($4::text IS NULL OR actor_name = $4)
          AND ($5::bigint IS NULL OR id < $5)
        ORDER BY id DESC LIMIT $6`,
      [
        tx.municipalityId,
        filter.action ?? null,
        filter.subjectId ?? null,
        filter.actorName ?? null,
        filter.before ?? null,
        filter.limit,
      ],
    );
  }
}
