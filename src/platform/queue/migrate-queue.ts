import { runMigrations, DEFAULT_SCHEMA } from 'bullmq';
import type pg from 'pg';

/** Creates or updates the queue's own tables; needs the owner. They stay empty while the queue lives in Redis. */
export async function migrateQueue(owner: pg.Client): Promise<void> {
  await runMigrations(owner as never, DEFAULT_SCHEMA, {});
}
