import { slicesOf } from '../../kernel/slices.js';
import type { DomainEvent, Transaction } from '../database/transaction.js';

const AT_ONCE = 500;

/** Writes the announced events, in their order, into the transaction that made them true. */
export async function writeEvents(
  tx: Transaction,
  events: readonly (DomainEvent & { readonly id: string })[],
): Promise<void> {
  for (const slice of slicesOf(events, AT_ONCE)) {
    await tx.query(
      `INSERT INTO outbox_events (id, municipality_id, type, subject_id, organization_id, data, occurred_at)
       SELECT id, $1, type, "subjectId", "organizationId", coalesce(data, '{}'), $2
         FROM jsonb_to_recordset($3::jsonb)
           AS event (id uuid, type text, "subjectId" text, "organizationId" text, data jsonb)`,
      [tx.municipalityId, tx.now, JSON.stringify(slice)],
    );
  }
}
