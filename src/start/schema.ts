import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

import pg from 'pg';

const MIGRATIONS = fileURLToPath(new URL('../../migrations/', import.meta.url));
const MIGRATE = fileURLToPath(new URL('../platform/database/migrate.js', import.meta.url));

/**
 * Brings the schema up to date. The database notes by which migrations it was made, so that a start
 * with nothing to migrate need not load what migrates.
 */
export async function ensureSchema(ownerUrl: string, runtimeUrl: string): Promise<void> {
  const current = await fingerprint(new URL(runtimeUrl).username);
  if ((await withClient(ownerUrl, readNote)) === current) return;
  const { migrate } = await import('../platform/database/migrate.js');
  await migrate(ownerUrl, runtimeUrl);
  await withClient(ownerUrl, (client) => writeNote(client, current));
}

/** Changes with every migration, with what grants rights after them, and with the queue's package, which brings its own. */
async function fingerprint(runtimeRole: string): Promise<string> {
  const hash = createHash('sha256').update(runtimeRole);
  for (const name of (await readdir(MIGRATIONS)).filter((file) => file.endsWith('.js')).sort()) {
    hash.update(name).update(await readFile(`${MIGRATIONS}${name}`));
  }
  hash
    .update(await readFile(MIGRATE))
    .update(await readFile(createRequire(import.meta.url).resolve('bullmq/package.json')));
  return hash.digest('hex');
}

async function readNote(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ note: string | null }>(
    `SELECT shobj_description(oid, 'pg_database') AS note FROM pg_database WHERE datname = current_database()`,
  );
  return rows[0]?.note ?? null;
}

async function writeNote(client: pg.Client, note: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
  const name = client.escapeIdentifier(rows[0]?.name ?? '');
  // An owner of the tables who does not own the database may not write there: then each start migrates.
  await client.query(`COMMENT ON DATABASE ${name} IS ${client.escapeLiteral(note)}`).catch(() => undefined);
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
