import type { DomainEvent, Transaction } from '../database/transaction.js';

/** Writes the announced events into the transaction that made them true. */
export async function writeEvents(
  tx: Transaction,
  events: readonly (DomainEvent & { readonly id: string })[],
): Promise<void> {
  for (const event of events) {
    await tx.query(
      `INSERT INTO outbox_events (id, municipality_id, type, subject_id, organization_id, data, occurred_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        event.id,
        tx.municipalityId,
        event.type,
        event.subjectId,
        event.organizationId ?? null,
        JSON.stringify(event.data ?? {}),
        tx.now,
      ],
    );
  }
}
