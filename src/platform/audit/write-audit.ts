import type { Actor } from '../../kernel/actor.js';
import { slicesOf } from '../../kernel/slices.js';
import type { AuditEntry, Transaction } from '../database/transaction.js';

const AT_ONCE = 500;

const actorIdOf = (actor: Actor): string | null => ('accountId' in actor ? actor.accountId : null);

/** Writes the entries, in their order, into the transaction of the act itself, so that neither exists without the other. */
export async function writeAudit(tx: Transaction, entries: readonly AuditEntry[]): Promise<void> {
  for (const slice of slicesOf(entries, AT_ONCE)) {
    await tx.query(
      `INSERT INTO audit_entries
         (municipality_id, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, organization_id, detail)
       SELECT $1, $2, $3, $4, $5, action, "subjectKind", "subjectId", "organizationId", coalesce(detail, '{}')
         FROM jsonb_to_recordset($6::jsonb)
           AS entry (action text, "subjectKind" text, "subjectId" text, "organizationId" text, detail jsonb)`,
      [tx.municipalityId, tx.now, tx.actor.kind, actorIdOf(tx.actor), tx.actor.name, JSON.stringify(slice)],
    );
  }
}
