import pg from 'pg';

import { clearRun } from './clear-run.mjs';

/** Leaves nothing behind: neither a server of ours nor, on a borrowed one, our databases and roles. */
export default async function closeRun() {
  const superUrl = process.env.TEST_DATABASE_SUPER_URL;
  if (superUrl) await dropOurs(superUrl, process.env.TEST_RUN_NAME);
  clearRun(process.env.TEST_RUN_FOLDER);
}

async function dropOurs(superUrl, prefix) {
  const client = new pg.Client(superUrl);
  await client.connect();
  const like = `${prefix}\\_%`;
  const databases = await client.query('SELECT datname AS name FROM pg_database WHERE datname LIKE $1', [like]);
  for (const { name } of databases.rows) await client.query(`DROP DATABASE "${name}" WITH (FORCE)`);
  const roles = await client.query('SELECT rolname AS name FROM pg_roles WHERE rolname LIKE $1', [like]);
  for (const { name } of roles.rows) await client.query(`DROP ROLE "${name}"`);
  await client.end();
}
