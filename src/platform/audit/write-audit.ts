import type { Actor } from '../../kernel/actor.js';
import type { AuditEntry, Transaction } from '../database/transaction.js';

const actorIdOf = (actor: Actor): string | null => ('accountId' in actor ? actor.accountId : null);

/** Writes the entries into the transaction of the act itself, so that neither exists without the other. */
export async function writeAudit(tx: Transaction, entries: readonly AuditEntry[]): Promise<void> {
  for (const entry of entries) {
    await tx.query(
      `INSERT INTO audit_entries
         (municipality_id, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, organization_id, detail)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        tx.municipalityId,
        tx.now,
        tx.actor.kind,
        actorIdOf(tx.actor),
        tx.actor.name,
        entry.action,
        entry.subjectKind,
        entry.subjectId,
        entry.organizationId ?? null,
        JSON.stringify(entry.detail ?? {}),
      ],
    );
  }
}
