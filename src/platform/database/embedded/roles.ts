import pg from 'pg';

import type { Home, Passwords } from './home.js';
import { superuserOf } from './server-process.js';

export const DATABASE = 'chiiki';
export const OWNER_ROLE = 'town_owner';
export const RUNTIME_ROLE = 'town_app';

/** Any number will do as long as it is ours. */
const SETUP_LOCK = 402_168_404_014;

/**
 * Creates the application's database with its two roles, or puts their attributes and passwords back in order: the owner
 * migrates; the runtime role owns nothing, so that row-level security binds it.
 */
export async function ensureDatabase(home: Home): Promise<void> {
  await withClient(superuserOf(home), async (client) => {
    // Two starts in the same moment: one creates, the other finds everything there. Ends with the connection.
    await client.query('SELECT pg_advisory_lock($1)', [SETUP_LOCK]);
    await ensureRoles(client, home.passwords);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount !== 0) return;
    await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER_ROLE}`);
    await client.query(`REVOKE ALL ON DATABASE ${DATABASE} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${DATABASE} TO ${RUNTIME_ROLE}`);
  });
}

async function ensureRoles(client: pg.Client, passwords: Passwords): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>(
    'SELECT rolname FROM pg_roles WHERE rolname = ANY($1) AND rolcanlogin AND NOT rolsuper AND NOT rolbypassrls',
    [[OWNER_ROLE, RUNTIME_ROLE]],
  );
  if (rows.length === 2) return;
  for (const [role, password] of [
    [OWNER_ROLE, passwords.owner],
    [RUNTIME_ROLE, passwords.runtime],
  ] as const) {
    await client.query(`DO $$ BEGIN CREATE ROLE ${role}; EXCEPTION WHEN duplicate_object THEN NULL; END $$`);
    await client.query(
      `ALTER ROLE ${role} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD ${client.escapeLiteral(password)}`,
    );
  }
}

async function withClient<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
