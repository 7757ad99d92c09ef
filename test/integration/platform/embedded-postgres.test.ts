import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmodSync, cpSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import pg from 'pg';

import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../../src/platform/database/embedded/index.js';

describe('the PostgreSQL that npm brings', () => {
  let folder: string;
  const running: EmbeddedPostgres[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'chiiki-pg-'));
    // Under root the server is another user; closed to that one, its data would go where this test does not clean.
    chmodSync(folder, 0o711);
  });

  afterAll(async () => {
    for (const server of running) await server.stop();
    for (const name of ['town', 'together', 'copy', 'a'.repeat(90)])
      rmSync(homeOf(path.join(folder, name)), { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  });

  it('keeps its data over a restart, under roles that row-level security binds', async () => {
    const first = await start('town');
    await ask(first.ownerUrl, 'CREATE TABLE kept (word text)');
    await ask(first.ownerUrl, `INSERT INTO kept VALUES ('校区')`);
    await first.stop();
    const second = await start('town');
    expect(second.adopted).toBe(false);
    expect(await ask(second.ownerUrl, 'SELECT word, current_user AS role FROM kept')).toEqual([
      { word: '校区', role: 'town_owner' },
    ]);
    await expect(ask(second.runtimeUrl, 'SELECT word FROM kept')).rejects.toThrow('permission denied');
    expect(
      await ask(
        second.superUrl,
        `SELECT rolname FROM pg_roles WHERE rolname LIKE 'town%' AND (rolsuper OR rolbypassrls OR rolcreaterole)`,
      ),
    ).toEqual([]);
  });

  it('opens no network port and is closed to other users', async () => {
    const server = await start('town');
    expect(await ask(server.superUrl, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '' }]);
    expect(statSync(homeOf(path.join(folder, 'town'))).mode & 0o077).toBe(0);
    expect(statSync(path.join(folder, 'town', 'postgres.json')).mode & 0o077).toBe(0);
    await expect(ask(server.ownerUrl.replace(/:[0-9a-f]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow('password');
  });

  it('adopts a server that runs already, also when two start in the same moment', async () => {
    const [one, two] = await Promise.all([start('together'), start('together')]);
    const three = await start('together');
    expect(three.adopted).toBe(true);
    const pids = await Promise.all(
      [one, two, three].map((server) => ask(server.superUrl, 'SELECT pg_postmaster_start_time()::text AS t')),
    );
    expect(new Set(pids.map((rows) => JSON.stringify(rows))).size).toBe(1);
  });

  it('starts over the lock of a server that was killed, though its number belongs to a stranger since', async () => {
    const server = await start('town');
    await ask(server.ownerUrl, 'CREATE TABLE survivor (word text)');
    const pidFile = path.join(homeOf(path.join(folder, 'town')), 'data', 'postmaster.pid');
    const [pid = '', ...rest] = readFileSync(pidFile, 'utf8').split('\n');
    process.kill(Number(pid), 'SIGKILL');
    await gone(Number(pid));
    writeFileSync(pidFile, [String(process.pid), ...rest].join('\n'));
    const again = await start('town');
    expect(await ask(again.ownerUrl, 'SELECT count(*)::int AS rows FROM survivor')).toEqual([{ rows: 0 }]);
  });

  it('waits for a server that is stopping', async () => {
    const server = await start('town');
    const stopped = server.stop();
    const next = await start('town');
    await stopped;
    const after = await start('town');
    expect(await ask(after.superUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect([next.superUrl, after.superUrl]).toEqual([server.superUrl, server.superUrl]);
  });

  it('gives a copied folder a server of its own', async () => {
    const original = await start('town');
    cpSync(path.join(folder, 'town', 'postgres.json'), path.join(folder, 'copy', 'postgres.json'));
    const copy = await start('copy');
    expect(copy.superUrl).not.toBe(original.superUrl);
    await ask(original.ownerUrl, 'CREATE TABLE original_only (word text)');
    expect(await ask(copy.ownerUrl, `SELECT to_regclass('original_only') AS found`)).toEqual([{ found: null }]);
  });

  it('works in a folder whose path is longer than a socket may be', async () => {
    const server = await start('a'.repeat(90));
    expect(await ask(server.superUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('says in words why a folder cannot be used', async () => {
    writeFileSync(path.join(folder, 'file'), '');
    await expect(start(path.join('file', 'town'))).rejects.toThrow('Choose another folder with DATA_DIR');
  });

  async function start(name: string): Promise<EmbeddedPostgres> {
    const server = await startEmbeddedPostgres({ dataDir: path.join(folder, name), purpose: 'installation' });
    running.push(server);
    return server;
  }
});

/** Under root the cluster may stand elsewhere: the folder says where. */
function homeOf(dataDir: string): string {
  try {
    return (JSON.parse(readFileSync(path.join(dataDir, 'postgres.json'), 'utf8')) as { folder: string }).folder;
  } catch {
    return path.join(dataDir, 'postgres');
  }
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
