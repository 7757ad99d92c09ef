import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import pg from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { dataSourceOptions } from './options.js';

/** Any number will do as long as it is ours: two machines that start together migrate one after the other. */
const MIGRATION_LOCK = 402_168_404_012;
const migrationsFolder = fileURLToPath(new URL('../../../migrations', import.meta.url));

type MigrationClass = new () => MigrationInterface;

/** Loads every migration beside this build, in the order of their file names. */
export async function loadMigrations(): Promise<MigrationClass[]> {
  const files = readdirSync(migrationsFolder).filter(
    (name) => /^\d+-.*\.(js|ts)$/.test(name) && !name.endsWith('.d.ts'),
  );
  const modules = await Promise.all(
    files
      .sort()
      .map((name) => import(pathToFileURL(join(migrationsFolder, name)).href) as Promise<Record<string, unknown>>),
  );
  return modules.flatMap((module) =>
    Object.values(module).filter((value): value is MigrationClass => typeof value === 'function'),
  );
}

/**
 * Brings the schema up to date as its owner and lets the runtime role use it.
 * Safe to call from several machines at once; runs in one transaction each migration.
 */
export async function migrate(ownerUrl: string, runtimeUrl: string): Promise<void> {
  const lock = new pg.Client({ connectionString: ownerUrl });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const source = new DataSource({ ...dataSourceOptions(ownerUrl, 2), migrations: await loadMigrations() } as never);
    await source.initialize();
    try {
      await source.runMigrations({ transaction: 'each' });
    } finally {
      await source.destroy();
    }
    // Loaded only here: everything that touches the database would otherwise load BullMQ too.
    const { migrateQueue } = await import('../queue/migrate-queue.js');
    await migrateQueue(lock);
    await grantToRuntimeRole(lock, new URL(runtimeUrl).username);
  } finally {
    await lock.end();
  }
}

async function grantToRuntimeRole(owner: pg.Client, runtimeRole: string): Promise<void> {
  const role = owner.escapeIdentifier(decodeURIComponent(runtimeRole));
  const current = await owner.query<{ name: string }>('SELECT current_database() AS name');
  const database = owner.escapeIdentifier(current.rows[0]?.name ?? '');
  // The queue adds jobs in bulk through a temporary table.
  await owner.query(`
    GRANT CONNECT, TEMPORARY ON DATABASE ${database} TO ${role};
    GRANT USAGE ON SCHEMA public TO ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${role};
    GRANT USAGE, CREATE ON SCHEMA bullmq TO ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA bullmq TO ${role};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA bullmq TO ${role};
  `);
  for (const sequence of await ownSequences(owner, 'bullmq')) {
    await owner.query(`GRANT USAGE, SELECT, UPDATE ON SEQUENCE bullmq.${owner.escapeIdentifier(sequence)} TO ${role}`);
  }
  await owner.query(`REVOKE INSERT, UPDATE, DELETE ON migrations FROM ${role}`);
}

/** The queue at work makes sequences as the runtime role; those are its own already, and the owner may not grant them. */
async function ownSequences(owner: pg.Client, schema: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
      WHERE relkind = 'S' AND relnamespace = $1::regnamespace AND pg_has_role(relowner, 'USAGE')`,
    [schema],
  );
  return rows.map(({ name }) => name);
}
